package org.keyway.crash;

import static org.keyway.crash.Scenario.APPROVE;
import static org.keyway.crash.Scenario.RETRY;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keyway.acceptance.SixthCity;
import org.keyway.crash.Scenario.Habit;

/** The ways through new issuance that are walked, with the happy one first. */
final class Scenarios {

    private static final String SHENGZHOU = "330683";
    private static final String QUZHOU = "330800";
    private static final String LANXI = "330781";
    private static final String FEIXIAN = "371325";
    private static final String ORDOS = "150600";
    private static final String REVIEW = "Task_ReviewApplication";

    private static final Map<String, String> GIVE_BACK = Map.of(
            "decision",
            "RETURN",
            "reason",
            "请修改",
            "defects",
            "[{\"item\":\"business-licence\",\"code\":\"UNREADABLE\",\"note\":\"请重新扫描\"}]");
    private static final Map<String, Object> UNKNOWN_TO_THE_CREDIT_LIBRARY = Map.of(
            "organizationName", "未审示例商贸有限公司",
            "organizationNameConfirm", "未审示例商贸有限公司",
            "uscc", "91150600MA0TE5T24N",
            "usccConfirm", "91150600MA0TE5T24N",
            "handlerMobile", "13800000004",
            "freight", "COLLECT");
    private static final Map<String, Object> ZHAO = Map.of(
            "organizationName", "样例工程咨询有限公司",
            "organizationNameConfirm", "样例工程咨询有限公司",
            "uscc", "91330781MA0TE5T16G",
            "usccConfirm", "91330781MA0TE5T16G",
            "handlerMobile", "13800000002");
    private static final Map<String, String> REJECT = Map.of("decision", "REJECT", "reason", "不符合办理条件");

    private Scenarios() {}

    static List<Scenario> all() {
        return Stream.of(written(), reviewed(), money(), keys(), parcels())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scenario> written() {
        return List.of(
                Scenario.of("operator", SHENGZHOU, "COMPLETED"),
                Scenario.of("self", LANXI, "COMPLETED").by("zhao").with(ZHAO),
                Scenario.of("forgets-key", LANXI, "COMPLETED")
                        .by("zhao")
                        .with(ZHAO)
                        .habit(Habit.LEAVES, "Task_WriteOwnKey until Event_SelfWriteLimit")
                        .at("Task_Assist", RETRY),
                Scenario.of("pickup", FEIXIAN, "COMPLETED")
                        .with(Map.of("deliveryMode", "PICKUP", "freight", ""))
                        .at("Task_HandOver", Map.of("reason", "本人持身份证领取")),
                Scenario.of("batch", QUZHOU, "COMPLETED")
                        .with(Map.of("deliveryMode", "PICKUP", "freight", ""))
                        .at("Task_HandOver", Map.of("reason", "本人持身份证领取")),
                Scenario.of("binding-refused", SHENGZHOU, "COMPLETED")
                        .habit(Habit.IS_NOT_BOUND, "账号不符")
                        .at("Task_Assist", RETRY));
    }

    private static List<Scenario> reviewed() {
        return List.of(
                Scenario.of("return-item", SHENGZHOU, "CANCELLED")
                        .at(REVIEW, GIVE_BACK, APPROVE)
                        .habit(Habit.CANCELS_AT, "Task_Pay"),
                Scenario.of("reject-refund", ORDOS, "REFUNDED")
                        .with(Map.of("freight", "COLLECT"))
                        .at(REVIEW, GIVE_BACK, REJECT),
                Scenario.of("hold", SHENGZHOU, "REJECTED")
                        .at(REVIEW, Map.of("decision", "HOLD", "reason", "等待主管部门复函"), REJECT)
                        .at("Task_HandleOnHold", Map.of("reason", "已收到复函")),
                Scenario.of("not-eligible", ORDOS, "REJECTED").by("sun").with(UNKNOWN_TO_THE_CREDIT_LIBRARY),
                Scenario.of("slow-review", SHENGZHOU, "REJECTED")
                        .habit(Habit.LEAVES, REVIEW + " until Task_EscalateReview")
                        .at(REVIEW, REJECT),
                Scenario.of("never-corrects", SHENGZHOU, "EXPIRED")
                        .habit(Habit.LEAVES, "Task_CorrectApplication until EndEvent_Expired")
                        .at(REVIEW, GIVE_BACK),
                Scenario.of("stamps-later", SixthCity.REGION, "CANCELLED").habit(Habit.CANCELS_AT, REVIEW),
                Scenario.of("never-stamps", SixthCity.REGION, "EXPIRED")
                        .habit(Habit.LEAVES, "Task_UploadStamped until EndEvent_Expired"),
                Scenario.of("second-review", SHENGZHOU, "CANCELLED")
                        .with(Map.of("quantity", 6))
                        .habit(Habit.CANCELS_AT, "Task_Pay"));
    }

    private static List<Scenario> money() {
        return List.of(
                Scenario.of("unpaid", SHENGZHOU, "EXPIRED").habit(Habit.NEVER_PAYS, ""),
                Scenario.of("late-notice", SHENGZHOU, "EXPIRED").habit(Habit.PAYS_LATE, ""),
                Scenario.of("cancel", SHENGZHOU, "CANCELLED").habit(Habit.CANCELS_AT, "Task_WriteKey"),
                Scenario.of("transfer-short", LANXI, "CANCELLED")
                        .habit(Habit.TRANSFERS, "")
                        .habit(Habit.CANCELS_AT, "Task_PackParcel")
                        .at("Task_ConfirmRemittance", Map.of("decision", "RETURN", "reason", "少汇一百元"), APPROVE),
                Scenario.of("key-given-back", LANXI, "COMPLETED")
                        .with(Map.of("quantity", 3))
                        .habit(Habit.TRANSFERS, "")
                        .habit(Habit.BREAKS, "1")
                        .at("Task_Assist", Map.of("decision", "ABORT", "reason", "锁芯片损坏且无备件")),
                Scenario.of("invoice-refused", SHENGZHOU, "COMPLETED")
                        .with(Map.of("invoiceTaxNumber", "91330683MA0TE5T08X"))
                        .at("Task_FixInvoice", RETRY, Map.of("decision", "ABORT", "reason", "已开纸质发票当面交付")));
    }

    private static List<Scenario> keys() {
        return List.of(
                Scenario.of("out-of-stock", SHENGZHOU, "COMPLETED")
                        .habit(Habit.FINDS_NO_KEY, "")
                        .at("Task_Restock", Map.of("reason", "到货一把")),
                Scenario.of("write-fault", SHENGZHOU, "COMPLETED")
                        .habit(Habit.BREAKS, "0")
                        .at("Task_Assist", RETRY),
                Scenario.of("one-key-failing", SHENGZHOU, "COMPLETED")
                        .with(Map.of("quantity", 3))
                        .habit(Habit.BREAKS, "1")
                        .at("Task_Assist", Map.of("decision", "ABORT", "reason", "锁芯片损坏且无备件")));
    }

    private static List<Scenario> parcels() {
        return List.of(
                Scenario.of("address", SHENGZHOU, "COMPLETED").with(Map.of("consigneeAddress", "1号")),
                Scenario.of("comes-back", SHENGZHOU, "COMPLETED").route("PICKED_UP", "RETURNED"),
                Scenario.of("lost", SHENGZHOU, "COMPLETED").route("PICKED_UP", "LOST"),
                Scenario.of("lost-often", SHENGZHOU, "COMPLETED")
                        .habit(Habit.LOSES_EACH, "Task_HandleException")
                        .route("PICKED_UP", "LOST")
                        .at("Task_HandleException", RETRY),
                Scenario.of("overdue", SHENGZHOU, "COMPLETED")
                        .route("PICKED_UP")
                        .at("Task_TraceParcel", Map.of("reason", "快递滞留，已催派")));
    }
}
