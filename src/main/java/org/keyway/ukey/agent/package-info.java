/** The key agent: a program of its own on the PC where a UKey is plugged in; nothing here knows Spring. */
@org.springframework.modulith.NamedInterface("agent")
package org.keyway.ukey.agent;
