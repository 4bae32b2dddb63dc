/** Controls of the sandbox partners and the clock; only in a demo. */
package org.keyway.portal.sandbox;
