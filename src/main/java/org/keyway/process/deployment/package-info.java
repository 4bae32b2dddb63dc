/** The analysts' folders and how they reach the engine. */
package org.keyway.process.deployment;
