package org.keyway.process;

import java.time.Instant;

/**
 * A key in use whose certificate ends soon or ended just now.
 *
 * @param orderNo order that last certified the key
 * @param told smallest stage that was told already; null when none was
 */
record ExpiringLock(
        String certificateSerial, String keySerial, String owner, String orderNo, Instant notAfter, Integer told) {}
