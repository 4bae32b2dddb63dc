package org.keyway.payment.bank;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings under {@code keyway.payment.bank}: the centre's account and how soon finance looks, in working time. */
@ConfigurationProperties("keyway.payment.bank")
record BankSettings(
        @DefaultValue("") String accountName,
        @DefaultValue("") String accountNumber,
        @DefaultValue("") String bankName,
        @DefaultValue("PT8H") Duration checkWithin) {}
