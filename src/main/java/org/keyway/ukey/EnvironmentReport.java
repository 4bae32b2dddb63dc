package org.keyway.ukey;

import java.time.Instant;

/** One look of a key agent at the PC where it runs; {@code text} as it wrote it. */
public record EnvironmentReport(Instant at, String text) {}
