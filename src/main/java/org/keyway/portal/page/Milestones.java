package org.keyway.portal.page;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyway.order.BusinessLine;
import org.keyway.order.OrderStatus;
import org.keyway.order.RegionPolicy;

/** The progress picture: which stages the city's way of working has, and how far the order is. */
final class Milestones {

    /** One stage; {@code state} is done, now, stop or todo. */
    record Milestone(String key, String state) {}

    private static final Set<OrderStatus> GOOD =
            EnumSet.of(OrderStatus.COMPLETED, OrderStatus.RELEASED, OrderStatus.REPLACED);

    private Milestones() {}

    /** @param exception the stage at which the order is when its status is EXCEPTION */
    static List<Milestone> of(BusinessLine line, OrderStatus status, String exception, Optional<RegionPolicy> policy) {
        List<String> stages = stages(line, policy);
        String now = stage(status, exception);
        int at = stages.contains(now) ? stages.indexOf(now) : 1;
        boolean stopped = status.isEnd() && !GOOD.contains(status);
        List<Milestone> picture = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            String state = i < at || GOOD.contains(status) ? "done" : i > at ? "todo" : stopped ? "stop" : "now";
            picture.add(new Milestone(stages.get(i), state));
        }
        return picture;
    }

    private static List<String> stages(BusinessLine line, Optional<RegionPolicy> policy) {
        List<String> all = all(policy);
        return switch (line) {
            case NEW_ISSUANCE, REPLACEMENT -> all;
            case RENEWAL -> without(all, "DELIVER", "BIND");
            case CHANGE -> without(all, "DELIVER");
            case ANNUAL_INSPECTION -> without(all, "REVIEW", "DELIVER", "BIND");
            case UNLOCK -> List.of("APPLY", "REVIEW", "UNLOCK", "DONE");
            case SPECIAL_SERVICE -> without(all, "DELIVER", "BIND");
            case LOSS_UNBLOCK -> List.of("APPLY", "SUSPEND", "SETTLE", "DONE");
        };
    }

    private static List<String> without(List<String> all, String... gone) {
        return all.stream().filter(stage -> !List.of(gone).contains(stage)).toList();
    }

    private static List<String> all(Optional<RegionPolicy> policy) {
        String payTiming = policy.map(RegionPolicy::payTiming).orElse("AFTER_REVIEW");
        boolean operator = policy.map(RegionPolicy::writeMode)
                .filter(mode -> !mode.equals("OPERATOR"))
                .isEmpty();
        List<String> stages = new ArrayList<>(List.of("APPLY"));
        if (payTiming.equals("BEFORE_REVIEW")) {
            stages.add("PAY");
        }
        stages.add("REVIEW");
        if (payTiming.equals("AFTER_REVIEW")) {
            stages.add("PAY");
        }
        stages.addAll(operator ? List.of("WRITE", "DELIVER") : List.of("DELIVER", "WRITE"));
        stages.addAll(List.of("BIND", "DONE"));
        return stages;
    }

    private static String stage(OrderStatus status, String exception) {
        return switch (status) {
            case DRAFT, CANCELLED, EXPIRED -> "APPLY";
            case PENDING_REVIEW, RETURNED, ON_HOLD, REJECTED -> "REVIEW";
            case AWAITING_PAYMENT, REMITTANCE_CHECK, REFUNDING, REFUNDED -> "PAY";
            case TO_PROCESS, WRITING, AWAITING_SELF_WRITE -> "WRITE";
            case TO_SHIP, SHIPPED, TO_COLLECT -> "DELIVER";
            case AWAITING_BINDING -> "BIND";
            case UNLOCKING -> "UNLOCK";
            case SUSPENDED -> "SUSPEND";
            case RELEASE_REVIEW, REPLACING -> "SETTLE";
            case EXCEPTION -> exception;
            default -> "DONE";
        };
    }
}
