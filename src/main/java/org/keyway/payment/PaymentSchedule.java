package org.keyway.payment;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the providers once a minute. */
@Component
class PaymentSchedule {

    private final PaymentService payments;

    PaymentSchedule(PaymentService payments) {
        this.payments = payments;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void everyMinute() {
        payments.reconcileOpen();
    }
}
