/** Set-up and guards of the embedded engine, listeners that tie diagrams to orders. */
package org.keyway.process.engine;
