package org.keyway.shipping;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the carriers every half hour. */
@Component
class ShippingSchedule {

    private final Parcels parcels;

    ShippingSchedule(Parcels parcels) {
        this.parcels = parcels;
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT30M")
    void halfHourly() {
        parcels.followQuiet();
    }
}
