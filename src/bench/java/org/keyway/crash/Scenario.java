package org.keyway.crash;

import java.util.List;
import java.util.Map;

/**
 * One way through new issuance.
 *
 * @param decisions what the reviewer says, round by round
 * @param route what the courier tells of the first parcel
 * @param end status of the order at the end
 */
public record Scenario(
        String name,
        String account,
        String region,
        Map<String, Object> fields,
        List<Map<String, String>> decisions,
        List<String> route,
        String end) {

    private static final Map<String, String> APPROVE = Map.of("decision", "APPROVE");
    private static final List<String> ARRIVES = List.of("PICKED_UP", "DELIVERED");

    public static final List<Scenario> ALL = List.of(
            new Scenario("operator", "zhang", "330683", Map.of(), List.of(APPROVE), ARRIVES, "COMPLETED"),
            new Scenario(
                    "self",
                    "zhao",
                    "330781",
                    Map.of(
                            "organizationName", "样例工程咨询有限公司",
                            "organizationNameConfirm", "样例工程咨询有限公司",
                            "uscc", "91330781MA0TE5T16G",
                            "usccConfirm", "91330781MA0TE5T16G",
                            "handlerMobile", "13800000002"),
                    List.of(APPROVE),
                    ARRIVES,
                    "COMPLETED"),
            new Scenario(
                    "return-reject",
                    "zhang",
                    "150600",
                    Map.of("freight", "COLLECT"),
                    List.of(
                            Map.of(
                                    "decision",
                                    "RETURN",
                                    "reason",
                                    "请修改",
                                    "defects",
                                    "[{\"item\":\"business-licence\",\"code\":\"UNREADABLE\",\"note\":\"请重新扫描\"}]"),
                            Map.of("decision", "REJECT", "reason", "不符合办理条件")),
                    ARRIVES,
                    "REFUNDED"),
            new Scenario(
                    "comes-back",
                    "zhang",
                    "330683",
                    Map.of(),
                    List.of(APPROVE),
                    List.of("PICKED_UP", "RETURNED"),
                    "COMPLETED"),
            new Scenario(
                    "lost", "zhang", "330683", Map.of(), List.of(APPROVE), List.of("PICKED_UP", "LOST"), "COMPLETED"),
            new Scenario(
                    "pickup",
                    "zhang",
                    "371325",
                    Map.of("deliveryMode", "PICKUP", "freight", ""),
                    List.of(APPROVE),
                    ARRIVES,
                    "COMPLETED"));
}
