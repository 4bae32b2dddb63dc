/** The analysts' lint: reads diagrams, tables and forms before they are deployed and says in Chinese what is wrong. */
package org.keyway.process.lint;
