package org.keyway.process;

import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Stands behind what diagrams ask about a key in use; a fact holds when the test says so. */
final class FakeKeys {

    private FakeKeys() {}

    /** The seal on it. */
    public static final class Seals {
        private final FakeHouse.Facts facts;

        Seals(FakeHouse.Facts facts) {
            this.facts = facts;
        }

        public boolean isInspectable(String orderNo) {
            return !facts.holds("notInspectable");
        }

        public boolean isCertificateSooner(String orderNo) {
            return facts.holds("certificateSooner");
        }
    }

    /** Unlocking it. */
    public static final class Unlocks {
        private final FakeHouse.Facts facts;
        String mode = "SELF_CODE";

        Unlocks(FakeHouse.Facts facts) {
            this.facts = facts;
        }

        public String mode(String orderNo) {
            return mode;
        }

        public boolean isUnlockable(String orderNo) {
            return !facts.holds("notUnlockable");
        }

        public boolean isReservedPhone(String orderNo) {
            return facts.holds("reservedPhone");
        }

        public boolean isBooked(String orderNo) {
            return facts.holds("booked");
        }

        public boolean mayRebook(String orderNo) {
            return facts.holds("mayRebook");
        }

        public boolean isFailedOften(String orderNo) {
            return facts.holds("failedOften");
        }

        public Date slotAt(String orderNo) {
            return new Date(ClockUtil.getCurrentTime().getTime() + 3_600_000L);
        }

        public Date noShowAt(String orderNo) {
            return new Date(ClockUtil.getCurrentTime().getTime() + 5_400_000L);
        }
    }
}
