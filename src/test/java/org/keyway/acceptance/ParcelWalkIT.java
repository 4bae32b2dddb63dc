package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parcels that do not arrive: an address nobody finds, refused, returned, lost, silent. */
class ParcelWalkIT extends IssuanceWalk {

    @Test
    void unusableAddressIsCorrectedAndPackedAgain() {
        Case order = paid(SHENGZHOU, Map.of("consigneeAddress", "1号"));
        String serial = isWritten(order);
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("EXCEPTION");
        order.message("delivery_problem");
        assertThat(order.tries("Task_FixAddress", Map.of("consigneeDivision", "990000", "consigneeAddress", ""))
                        .status())
                .isEqualTo(422);
        order.does("Task_FixAddress", Map.of("consigneeDivision", SHENGZHOU, "consigneeAddress", "样例路2号3楼"))
                .becomes("TO_SHIP");
        isFinished(order, serial);
        Told.exactly(
                order,
                "order_received",
                "review_passed_pay",
                "paid",
                "delivery_problem",
                "shipped",
                "initial_pin",
                "bind_ready",
                "bound",
                "invoice_ready",
                "completed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "RETURNED"})
    void parcelThatComesBackIsSentAgain(String event) {
        Case order = paid(SHENGZHOU, Map.of());
        String serial = isWritten(order);
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        String first = order.read().at("/parcel/waybillNo").asText();
        order.courierSays("PICKED_UP", event).becomes("EXCEPTION");
        order.does("Task_FixAddress", Map.of("consigneeAddress", "样例路3号门卫代收")).becomes("TO_SHIP");
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        assertThat(order.read().at("/parcel/waybillNo").asText()).isNotEqualTo(first);
        order.courierSays("DELIVERED").does("Task_ConfirmReceipt", Map.of());
        isBound(order, serial);
        isWhole(order, 1, 30000, 0);
        assertThat(Told.times(order, "shipped")).isEqualTo(2);
        assertThat(Told.times(order, "initial_pin")).isEqualTo(1);
    }

    @Test
    void lostKeysAreVoidAndMadeAgainTwiceThenASupervisorDecides() {
        Case order = paid(SHENGZHOU, Map.of());
        List<String> lost = new ArrayList<>();
        for (int parcel = 1; parcel <= 3; parcel++) {
            String serial = isWritten(order);
            order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial))
                    .becomes("SHIPPED");
            lost.add(serial);
            order.courierSays("PICKED_UP", "LOST");
            if (parcel < 3) {
                order.becomes("TO_PROCESS");
            }
        }
        order.becomes("EXCEPTION").waitsFor("supervisor");
        isRevoked(order, lost);
        order.isDoneBy("zheng", "Task_HandleException", Map.of("decision", "RETRY"))
                .becomes("TO_PROCESS");
        String serial = isWritten(order);
        isFinished(order, serial);
        isRevoked(order, lost);
        assertThat(Told.times(order, "paid")).isEqualTo(1);
        assertThat(Told.times(order, "delivery_lost")).isEqualTo(3);
    }

    @Test
    void supervisorGivesUpAfterThreeLostParcels() {
        Case order = paid(SHENGZHOU, Map.of());
        for (int parcel = 1; parcel <= 3; parcel++) {
            String serial = isWritten(order);
            order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial))
                    .becomes("SHIPPED");
            order.courierSays("LOST");
            order.becomes(parcel < 3 ? "TO_PROCESS" : "EXCEPTION");
        }
        order.isDoneBy("zheng", "Task_HandleException", Map.of("decision", "ABORT", "reason", "该地址无法寄达"));
        order.becomes("REFUNDED");
        isRefunded(order, 30000);
        assertThat(issued(order)).isZero();
    }

    @Test
    void overdueParcelIsTraced() {
        Case order = paid(SHENGZHOU, Map.of());
        String serial = isWritten(order);
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        assertThat(order.ownTask("Task_ConfirmReceipt").get("due").isTextual()).isTrue();
        keyway.clockAdvances("P8D");
        order.becomes("EXCEPTION").isDoneBy("feng", "Task_TraceParcel", Map.of("reason", "快递滞留，已催派"));
        order.becomes("SHIPPED").courierSays("DELIVERED");
        keyway.clockAdvances("P8D");
        isBound(order, serial);
        isWhole(order, 1, 30000, 0);
    }

    private void isRevoked(Case order, List<String> serials) {
        for (JsonNode key : order.read().get("keys")) {
            if (serials.contains(key.get("serial").asText())) {
                assertThat(key.get("state").asText()).isEqualTo("LOST_IN_TRANSIT");
                assertThat(key.get("certificates")).hasSize(2);
                key.get("certificates").forEach(certificate -> {
                    assertThat(certificate.get("state").asText()).isEqualTo("REVOKED");
                    assertThat(Revocations.of(keyway))
                            .contains(certificate.get("serial").asText());
                });
            }
        }
    }
}
