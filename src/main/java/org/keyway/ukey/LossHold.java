package org.keyway.ukey;

import java.time.Instant;

/** A key held back after a confirmed loss; {@code cause} tells why the waiting ended, null while it goes on. */
public record LossHold(String orderNo, Instant heldSince, Instant holdUntil, boolean extended, String cause) {}
