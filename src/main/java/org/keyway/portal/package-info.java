/** Pages and REST API of the applicant, the staff desk and the sandbox controls. */
package org.keyway.portal;
