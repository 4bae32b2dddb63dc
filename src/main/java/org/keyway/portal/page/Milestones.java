package org.keyway.portal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyway.order.OrderStatus;
import org.keyway.order.RegionPolicy;

/** The progress picture: which stages the city's way of working has, and how far the order is. */
final class Milestones {

    /** One stage; {@code state} is done, now, stop or todo. */
    record Milestone(String key, String state) {}

    private Milestones() {}

    static List<Milestone> of(OrderStatus status, boolean writingStarted, Optional<RegionPolicy> policy) {
        List<String> stages = stages(policy);
        String now = stage(status, writingStarted);
        int at = stages.indexOf(now);
        boolean stopped = status.isEnd() && status != OrderStatus.COMPLETED;
        List<Milestone> picture = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            String state =
                    i < at || status == OrderStatus.COMPLETED ? "done" : i > at ? "todo" : stopped ? "stop" : "now";
            picture.add(new Milestone(stages.get(i), state));
        }
        return picture;
    }

    private static List<String> stages(Optional<RegionPolicy> policy) {
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

    private static String stage(OrderStatus status, boolean writingStarted) {
        return switch (status) {
            case DRAFT, CANCELLED, EXPIRED -> "APPLY";
            case PENDING_REVIEW, RETURNED, ON_HOLD, REJECTED -> "REVIEW";
            case AWAITING_PAYMENT, REMITTANCE_CHECK, REFUNDING, REFUNDED -> "PAY";
            case TO_PROCESS, WRITING, AWAITING_SELF_WRITE -> "WRITE";
            case TO_SHIP, SHIPPED, TO_COLLECT -> "DELIVER";
            case AWAITING_BINDING -> "BIND";
            case EXCEPTION -> writingStarted ? "DELIVER" : "WRITE";
            default -> "DONE";
        };
    }
}
