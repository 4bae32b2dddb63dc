package org.keyway.shipping;

import java.time.Instant;
import java.util.List;

/** A parcel as the public API shows it; {@code waybillNo} is null until the carrier has given one. */
public record ParcelView(String waybillNo, String carrier, ParcelStatus status, List<Event> events) {

    /** One line of the trace, oldest first. */
    public record Event(Instant at, String place, String text) {}
}
