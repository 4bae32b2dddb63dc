package org.keyway.shipping;

import java.time.Instant;

/** One thing that happened to a parcel, in the carrier's words; {@code eventId} is unique within the waybill. */
public record RouteEvent(String waybillNo, String eventId, Kind kind, Instant at, String place, String text) {

    /** What it means to us. */
    public enum Kind {
        PICKED_UP(ParcelStatus.IN_TRANSIT),
        IN_TRANSIT(ParcelStatus.IN_TRANSIT),
        DELIVERED(ParcelStatus.DELIVERED),
        REFUSED(ParcelStatus.REFUSED),
        RETURNED(ParcelStatus.RETURNED),
        LOST(ParcelStatus.LOST);

        private final ParcelStatus status;

        Kind(ParcelStatus status) {
            this.status = status;
        }

        ParcelStatus status() {
            return status;
        }
    }
}
