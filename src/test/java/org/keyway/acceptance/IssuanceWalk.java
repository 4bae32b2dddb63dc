package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;

/** New issuance by the contract alone, and what must be right after each way it can go. */
abstract class IssuanceWalk extends RunningKeyway {

    static final String SHENGZHOU = "330683";

    @AfterEach
    void everythingIsUpAgain() {
        for (String partner : List.of("payment", "carrier", "sms", "mail", "trading", "ca")) {
            partner(partner, "UP");
        }
        keyway.clockIsReset();
    }

    final Case paid(String region, Map<String, Object> changes) {
        Map<String, Object> fields = new LinkedHashMap<>(changes);
        Case order = Case.submitted(keyway, "zhang", region, fields).becomes("PENDING_REVIEW");
        return order.isApproved().becomes("AWAITING_PAYMENT").isPaid().becomes("TO_PROCESS");
    }

    final String isWritten(Case order) {
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial));
        Keyway.eventually(() -> issued(order) == 2 ? true : null, () -> "not written: " + order.explain());
        return serial;
    }

    final void isFinished(Case order, String serial) {
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        order.courierSays("PICKED_UP", "DELIVERED").does("Task_ConfirmReceipt", Map.of());
        isBound(order, serial);
        isWhole(order, 1, 30000, 0);
    }

    final void isBound(Case order, String serial) {
        order.does("Task_BindKey", Map.of("keySerial", serial));
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
    }

    final void isCancelledWithout(Case order) {
        order.applicant().delete(order.path("")).expect(200, 202, 204);
        order.becomes("CANCELLED").message("cancelled");
        assertThat(order.read().at("/payment/refundedCents").asLong()).isZero();
        assertThat(Told.times(order, "refunded")).isZero();
    }

    final void isRefunded(Case order, long cents) {
        Keyway.eventually(
                () -> order.read().at("/payment/refundedCents").asLong() > 0 ? true : null,
                () -> "not refunded: " + order.explain());
        assertThat(order.read().at("/payment/amountCents").asLong()).isEqualTo(cents);
        assertThat(order.read().at("/payment/refundedCents").asLong()).isEqualTo(cents);
        order.message("refunded");
    }

    /** So many keys in use with one pair of certificates and a seal each, and that much money. */
    final void isWhole(Case order, int keys, long paid, long refunded) {
        JsonNode read = order.read();
        assertThat(read.at("/payment/amountCents").asLong()).isEqualTo(paid);
        assertThat(read.at("/payment/refundedCents").asLong()).isEqualTo(refunded);
        assertThat(issued(order)).isEqualTo(2L * keys);
        List<JsonNode> active = StreamSupport.stream(read.get("keys").spliterator(), false)
                .filter(key -> key.get("state").asText().equals("ACTIVE"))
                .toList();
        assertThat(active).hasSize(keys).allSatisfy(key -> {
            assertThat(key.get("certificates").findValuesAsText("use")).containsExactlyInAnyOrder("SIGN", "ENCRYPT");
            assertThat(key.at("/seal/id").asText()).isNotBlank();
        });
    }

    /** Certificates of the order that are good. */
    static long issued(Case order) {
        return StreamSupport.stream(order.read().get("keys").spliterator(), false)
                .flatMap(key -> StreamSupport.stream(key.get("certificates").spliterator(), false))
                .filter(certificate -> List.of("ISSUED", "ACTIVE")
                        .contains(certificate.get("state").asText()))
                .count();
    }

    final void binding(Case order, String answer) {
        keyway.as("chu")
                .post("/sandbox/trading/" + order.orderNo(), Map.of("binding", answer))
                .expect(200, 201, 202, 204);
    }

    final void faulty(String serial, String fault) {
        keyway.as("feng")
                .post("/sandbox/keys/" + serial, Map.of("fault", fault))
                .expect(200, 204);
    }
}
