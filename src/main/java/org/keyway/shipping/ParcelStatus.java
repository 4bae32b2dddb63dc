package org.keyway.shipping;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** State of a parcel and its transition table; late or repeated carrier events that do not fit change nothing. */
public enum ParcelStatus {
    PREPARED,
    ADDRESS_INVALID,
    DISPATCHED,
    IN_TRANSIT,
    DELIVERED,
    SIGNED,
    REFUSED,
    RETURNED,
    LOST;

    private static final Set<ParcelStatus> ON_THE_WAY =
            EnumSet.of(IN_TRANSIT, DELIVERED, SIGNED, REFUSED, RETURNED, LOST);

    private static final Map<ParcelStatus, Set<ParcelStatus>> NEXT = Map.of(
            PREPARED, EnumSet.of(DISPATCHED, ADDRESS_INVALID),
            ADDRESS_INVALID, EnumSet.of(PREPARED),
            DISPATCHED, ON_THE_WAY,
            IN_TRANSIT, EnumSet.of(DELIVERED, SIGNED, REFUSED, RETURNED, LOST),
            DELIVERED, EnumSet.of(SIGNED),
            REFUSED, EnumSet.of(RETURNED, LOST));

    /** Whether a parcel may go from this state to the other. */
    public boolean canBecome(ParcelStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether the key inside did not arrive, so that another parcel may follow. */
    public boolean isFailed() {
        return this == REFUSED || this == RETURNED || this == LOST;
    }
}
