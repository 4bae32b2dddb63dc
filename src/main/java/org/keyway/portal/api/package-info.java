/** The REST API that integrators call; JSON in, JSON and Chinese problem details out. */
package org.keyway.portal.api;
