/** What the generated documents of an order say, gathered from the capabilities, and the sealed evidence package. */
package org.keyway.portal.dossier;
