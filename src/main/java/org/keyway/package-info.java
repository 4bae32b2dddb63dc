/** Keyway; the top-level packages are business capabilities, see docs/architecture.md. */
package org.keyway;
