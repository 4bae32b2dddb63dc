/** The pages that people see. */
package org.keyway.portal.page;
