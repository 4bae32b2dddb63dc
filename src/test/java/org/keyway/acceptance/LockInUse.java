package org.keyway.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;

/** A lock that went through new issuance and is in use, for what comes later in its life. */
public final class LockInUse {

    private LockInUse() {}

    /** A main lock of zhang, written, mailed and bound under the policy of the city. */
    public static String of(Keyway keyway, String region) {
        Map<String, Object> changes = new LinkedHashMap<>(Map.of("invoiceType", "NONE"));
        boolean payFirst = region.equals("150600");
        if (payFirst) {
            changes.put("freight", "COLLECT");
        }
        Case order = Case.submitted(keyway, "zhang", region, changes);
        if (payFirst) {
            order.becomes("AWAITING_PAYMENT").isPaid().becomes("PENDING_REVIEW").isApproved();
        } else {
            order.becomes("PENDING_REVIEW")
                    .isApproved()
                    .becomes("AWAITING_PAYMENT")
                    .isPaid();
        }
        if (region.equals("330800")) {
            nextBatch(keyway, order.becomes("TO_PROCESS"));
        }
        String serial = order.blankKey();
        boolean selfWritten = region.equals("330781");
        if (!selfWritten) {
            order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("TO_SHIP");
        }
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        order.courierSays("DELIVERED").does("Task_ConfirmReceipt", Map.of());
        if (selfWritten) {
            String text = order.message("auth_code").get("text").asText();
            String code = text.replaceAll("(?s).*授权码：(\\d{8}).*", "$1");
            order.does("Task_WriteOwnKey", Map.of("keySerial", serial, "authorizationCode", code))
                    .does("Task_TestStamp", Map.of());
        }
        order.does("Task_BindKey", Map.of());
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
        return serial;
    }

    /** Days go by until the order no longer waits for the batch of a working day. */
    public static void nextBatch(Keyway keyway, Case order) {
        for (int day = 0; day < 12 && waits(keyway, order); day++) {
            keyway.clockAdvances("PT24H");
        }
    }

    private static boolean waits(Keyway keyway, Case order) {
        boolean writing = keyway.as("feng")
                        .get("/engine-rest/task?taskDefinitionKey=Task_WriteKey&processInstanceBusinessKey="
                                + order.orderNo())
                        .expect(200)
                        .json()
                        .size()
                > 0;
        return !writing && order.read().get("status").asText().equals("TO_PROCESS");
    }
}
