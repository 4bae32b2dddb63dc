package org.keyway.invoice;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How far an invoice is; {@code NONE} means that there is none, {@code RED} that a red letter took it back. */
public enum InvoiceStatus {
    NONE,
    REQUESTED,
    ISSUED,
    FAILED,
    RED;

    private static final Map<InvoiceStatus, Set<InvoiceStatus>> NEXT = Map.of(
            NONE, EnumSet.of(REQUESTED),
            REQUESTED, EnumSet.of(ISSUED, FAILED),
            FAILED, EnumSet.of(REQUESTED),
            ISSUED, EnumSet.of(RED));

    /** Whether an invoice may go from this state to the other. */
    public boolean canBecome(InvoiceStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
