package org.keyway.payment;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How far a bank transfer is: the payer says it is on its way, finance matches it or sends it back. */
public enum RemittanceStatus {
    OPEN,
    SUBMITTED,
    MATCHED,
    RETURNED;

    private static final Map<RemittanceStatus, Set<RemittanceStatus>> NEXT = Map.of(
            OPEN, EnumSet.of(SUBMITTED),
            SUBMITTED, EnumSet.of(MATCHED, RETURNED),
            RETURNED, EnumSet.of(SUBMITTED));

    /** Whether the transfer may go from this state to the other. */
    public boolean canBecome(RemittanceStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
