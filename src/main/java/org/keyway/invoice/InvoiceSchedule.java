package org.keyway.invoice;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes to the tax platform every two seconds, if there is something to carry or to ask. */
@Component
class InvoiceSchedule {

    private final InvoiceRounds rounds;

    InvoiceSchedule(InvoiceRounds rounds) {
        this.rounds = rounds;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT2S")
    void everyTwoSeconds() {
        rounds.run();
    }
}
