package org.keyway.shipping;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The courier companies that are switched on. */
@Component
class Carriers {

    private final List<Carrier> all;

    Carriers(ObjectProvider<Carrier> all) {
        this.all = all.orderedStream().toList();
    }

    Optional<Carrier> named(String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    Carrier of(Parcel parcel) {
        return named(parcel.carrier())
                .orElseThrow(() -> new CarrierFailure(parcel.carrier(), "lookup", "carrier is switched off"));
    }

    /** The carrier for new parcels. */
    Carrier preferred() {
        return all.stream()
                .findFirst()
                .orElseThrow(() -> new CarrierFailure("carrier", "lookup", "no carrier is switched on"));
    }
}
