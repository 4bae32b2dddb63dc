package org.keyway.certificate;

import java.time.Instant;

/** An electronic seal as people see it. */
public record SealView(String id, Instant notAfter, SealState state) {}
