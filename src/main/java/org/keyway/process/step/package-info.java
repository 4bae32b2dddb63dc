/** What completing a person's step means and requires. */
package org.keyway.process.step;
