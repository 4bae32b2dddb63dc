package org.keyway.process.step;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.order.OrderService;
import org.keyway.process.Policy;
import org.keyway.process.WorkingTime;
import org.keyway.shared.KeywayClock;
import org.keyway.shared.Problem;
import org.keyway.ukey.UnlockSlots;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The applicant says when to meet a supporter; without an answer the time wished for in the application counts. */
@Component
class BookUnlock implements ApplicantStep {

    private static final String FIELD = "unlockSlot";
    private static final Duration FARTHEST = Duration.ofDays(30);

    private final OrderService orders;
    private final UnlockSlots slots;
    private final Policy policy;
    private final WorkingTime workingTime;
    private final Clock clock;

    BookUnlock(@Lazy OrderService orders, UnlockSlots slots, Policy policy, WorkingTime workingTime, Clock clock) {
        this.orders = orders;
        this.slots = slots;
        this.policy = policy;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "Task_BookUnlock";
    }

    @Override
    public Map<String, Object> complete(String orderNo, int keyIndex, Fields input) {
        String text = input.text(FIELD)
                .or(() -> orders.find(orderNo).fields().text(FIELD))
                .orElseThrow(() -> Problem.invalid(FIELD, "step.slot-required"));
        Instant slot = parse(text).truncatedTo(ChronoUnit.MINUTES);
        Instant now = clock.instant();
        if (!slot.isAfter(now)) {
            throw Problem.invalid(FIELD, "step.slot-past");
        }
        if (slot.isAfter(now.plus(FARTHEST))) {
            throw Problem.invalid(FIELD, "step.slot-far", String.valueOf(FARTHEST.toDays()));
        }
        if (policy.term(orderNo, "slotHours").equals("WORKING") && !isWorking(slot)) {
            throw Problem.invalid(FIELD, "step.slot-closed");
        }
        if (slots.at(slot) >= Integer.parseInt(policy.term(orderNo, "slotCapacity"))) {
            throw Problem.invalid(FIELD, "step.slot-full");
        }
        slots.book(orderNo, slot);
        return Map.of();
    }

    private boolean isWorking(Instant slot) {
        ZonedDateTime local = slot.atZone(KeywayClock.ZONE);
        LocalTime time = local.toLocalTime();
        return workingTime.isWorkingDay(local.toLocalDate())
                && !time.isBefore(workingTime.opens())
                && time.isBefore(workingTime.closes());
    }

    /** ISO 8601, with an offset or in Chinese local time as a browser's field gives it. */
    private static Instant parse(String text) {
        try {
            return text.matches(".*(Z|[+-]\\d{2}:\\d{2})$")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(KeywayClock.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid(FIELD, "step.slot-unreadable");
        }
    }
}
