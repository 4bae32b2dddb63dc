package org.keyway.payment;

import java.time.Duration;

/** The centre's account; {@code checkWithin} is the working time in which finance looks for a transfer. */
public record RemittanceAccount(String name, String number, String bank, Duration checkWithin) {}
