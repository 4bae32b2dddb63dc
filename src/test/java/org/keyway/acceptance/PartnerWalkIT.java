package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Partners that are down or say no: asked again, and nothing is doubled. */
class PartnerWalkIT extends IssuanceWalk {

    @Test
    void refusedBindingIsHelpedAndAskedAgain() {
        Case order = paid(SHENGZHOU, Map.of());
        String serial = isWritten(order);
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        order.courierSays("DELIVERED").does("Task_ConfirmReceipt", Map.of());
        order.does("Task_BindKey", Map.of()).staffTask("chu", "Task_ConfirmBinding");
        binding(order, "REJECTED");
        order.becomes("EXCEPTION").isDoneBy("chen", "Task_Assist", Map.of("decision", "RETRY"));
        order.does("Task_BindKey", Map.of()).staffTask("chu", "Task_ConfirmBinding");
        binding(order, "ACCEPTED");
        order.becomes("COMPLETED");
        isWhole(order, 1, 30000, 0);
        assertThat(Told.times(order, "bound")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMEOUT", "ERROR", "GARBAGE"})
    void partnersThatAreDownAreAskedAgainAndNothingIsDoubled(String mode) {
        Case order = paid(SHENGZHOU, Map.of());
        for (String partner : List.of("ca", "carrier", "sms", "mail", "trading")) {
            partner(partner, mode);
        }
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial));
        waitsForPartner(order);
        partner("ca", "UP");
        keyway.clockAdvances("PT3H");
        order.becomes("TO_SHIP").isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial));
        waitsForPartner(order);
        for (String partner : List.of("carrier", "sms", "mail")) {
            partner(partner, "UP");
        }
        keyway.clockAdvances("PT3H");
        order.becomes("SHIPPED").courierSays("DELIVERED").does("Task_ConfirmReceipt", Map.of());
        order.does("Task_BindKey", Map.of());
        waitsForPartner(order);
        partner("trading", "UP");
        keyway.clockAdvances("PT3H");
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
        isWhole(order, 1, 30000, 0);
        for (String template : List.of("shipped", "initial_pin", "bind_ready", "bound", "invoice_ready", "completed")) {
            order.message(template);
            assertThat(Told.times(order, template)).as(template).isEqualTo(1);
        }
    }

    @Test
    void refundSurvivesAProviderThatIsDown() {
        Case order = paid(SHENGZHOU, Map.of());
        order.staffTask("feng", "Task_WriteKey");
        partner("payment", "TIMEOUT");
        order.applicant().delete(order.path("")).expect(200, 202, 204);
        waitsForPartner(order);
        partner("payment", "UP");
        keyway.clockAdvances("PT3H");
        order.becomes("CANCELLED");
        isRefunded(order, 30000);
        assertThat(Told.times(order, "refunded")).isEqualTo(1);
    }

    @Test
    void whatFailedWhileTheClockWasAheadDoesNotWaitForThatTime() {
        Case order = paid(SHENGZHOU, Map.of());
        String serial = isWritten(order);
        keyway.clockAdvances("P2D");
        partner("carrier", "ERROR");
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial));
        waitsForPartner(order);
        partner("carrier", "UP");
        keyway.clockIsReset();
        order.becomes("SHIPPED");
    }

    /** A failed job of the order is seen by those who look after the engine. */
    private void waitsForPartner(Case order) {
        Keyway.eventually(() -> failedJobs(order) > 0 ? true : null, () -> "no failed job: " + order.explain());
    }

    private long failedJobs(Case order) {
        JsonNode instances = keyway.as("admin")
                .get("/engine-rest/process-instance?businessKey=" + order.orderNo())
                .expect(200)
                .json();
        return StreamSupport.stream(instances.spliterator(), false)
                .filter(instance -> !keyway.as("admin")
                        .get("/engine-rest/job?withException=true&processInstanceId="
                                + instance.get("id").asText())
                        .json()
                        .isEmpty())
                .count();
    }
}
