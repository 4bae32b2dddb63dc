/** A UKey as a file: for the demonstration, for tests and for the embedded key agent. */
package org.keyway.ukey.soft;
