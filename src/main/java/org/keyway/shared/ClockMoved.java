package org.keyway.shared;

import java.time.Duration;

/** The sandbox moved the clock; {@code offset} is the whole distance from real time. */
public record ClockMoved(Duration offset) {}
