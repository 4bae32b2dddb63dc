package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that fail while they are written, one of several, and a stock that is empty. */
class KeyWritingWalkIT extends IssuanceWalk {

    @ParameterizedTest
    @ValueSource(strings = {"WRITE_ERROR", "UNPLUG", "WRONG_PIN"})
    void writesOnAfterAFault(String fault) {
        Case order = paid(SHENGZHOU, Map.of());
        String serial = order.blankKey();
        faulty(serial, fault);
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial))
                .becomes("EXCEPTION")
                .waitsFor("support");
        order.isDoneBy("chen", "Task_Assist", Map.of("decision", "RETRY"));
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("TO_SHIP");
        isFinished(order, serial);
        Told.exactly(
                order,
                "order_received",
                "review_passed_pay",
                "paid",
                "shipped",
                "initial_pin",
                "bind_ready",
                "bound",
                "invoice_ready",
                "completed");
    }

    @Test
    void oneBadKeyOfThreeHoldsNobodyUp() {
        Case order = paid(SHENGZHOU, Map.of("quantity", 3));
        List<String> serials = List.of(order.blankKey(), order.blankKey(), order.blankKey());
        faulty(serials.get(1), "WRITE_ERROR");
        for (String serial : serials) {
            order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial));
        }
        order.staffTask("chen", "Task_Assist");
        Keyway.eventually(() -> written(order) == 2 ? true : null, () -> "the others do not go on: " + order.explain());
        order.isDoneBy("chen", "Task_Assist", Map.of("decision", "RETRY"));
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serials.get(1)))
                .becomes("TO_SHIP");
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", String.join(" ", serials)))
                .becomes("SHIPPED");
        order.courierSays("PICKED_UP", "DELIVERED").does("Task_ConfirmReceipt", Map.of());
        isBound(order, serials.get(0));
        isWhole(order, 3, 90000, 0);
    }

    @Test
    void oneKeyOfThreeIsGivenUpAndPaidBack() {
        Case order = paid(SHENGZHOU, Map.of("quantity", 3));
        List<String> serials = List.of(order.blankKey(), order.blankKey(), order.blankKey());
        faulty(serials.get(1), "WRITE_ERROR");
        for (String serial : serials) {
            order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial));
        }
        order.isDoneBy("chen", "Task_Assist", Map.of("decision", "ABORT", "reason", "锁芯片损坏且无备件"));
        order.becomes("TO_SHIP").message("key_given_up");
        assertThat(order.message("key_given_up").get("text").asText()).contains("300.00", "其余的锁继续办理");
        List<String> good = List.of(serials.get(0), serials.get(2));
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", String.join(" ", good)))
                .becomes("SHIPPED");
        order.courierSays("PICKED_UP", "DELIVERED").does("Task_ConfirmReceipt", Map.of());
        isBound(order, serials.get(0));
        assertThat(order.read().at("/payment/amountCents").asLong()).isEqualTo(90000);
        assertThat(order.read().at("/payment/refundedCents").asLong()).isEqualTo(30000);
        assertThat(issued(order)).isEqualTo(4);
        assertThat(order.messages().findValuesAsText("template")).doesNotContain("refunded");
    }

    @Test
    void passingFaultHealsByItself() {
        Case order = paid(SHENGZHOU, Map.of());
        String serial = order.blankKey();
        keyway.as("feng")
                .post("/sandbox/keys/" + serial, Map.of("fault", "UNPLUG", "times", 3))
                .expect(200, 201, 204);
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("TO_SHIP");
        isFinished(order, serial);
        isWhole(order, 1, 30000, 0);
    }

    @Test
    void restocksWhenNoKeyIsLeft() {
        Case order = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of()).isApproved();
        order.becomes("AWAITING_PAYMENT");
        keyway.as("feng")
                .post("/sandbox/keys", Map.of("model", "KW-2048", "quantity", 500, "state", "DAMAGED"))
                .expect(200, 201);
        order.isPaid();
        order.staffTask("feng", "Task_Restock");
        order.isDoneBy("feng", "Task_Restock", Map.of("reason", "没有到货")).staffTask("feng", "Task_Restock");
        order.blankKey();
        order.isDoneBy("feng", "Task_Restock", Map.of("reason", "到货一把"));
        isFinished(order, isWritten(order));
    }

    private static long written(Case order) {
        return StreamSupport.stream(order.read().get("keys").spliterator(), false)
                .filter(key -> key.get("state").asText().equals("WRITTEN"))
                .count();
    }
}
