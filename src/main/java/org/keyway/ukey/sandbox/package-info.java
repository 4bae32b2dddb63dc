/** Faults of UKeys on demand, in the demonstration only. */
@org.springframework.modulith.NamedInterface("sandbox")
package org.keyway.ukey.sandbox;
