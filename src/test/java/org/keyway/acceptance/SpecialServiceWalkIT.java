package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Special services: what the catalogue says is what happens, free or paid, with a form of its own or the general one. */
class SpecialServiceWalkIT extends RunningKeyway {

    private static final String LINE = "special-service";

    @Test
    void aFreeProofIsWrittenByCustomerService() {
        Case order = asked("certificate-proof", "330683", Map.of()).isSubmitted();
        order.becomes("PENDING_REVIEW").isApproved().becomes("TO_PROCESS").waitsFor("customer-service");
        order.isDoneBy("wu", "Task_HandleService", Map.of("decision", "APPROVE", "reason", "证明已随邮件发出"))
                .becomes("COMPLETED");
        assertThat(order.read().get("history").toString()).contains("证明已随邮件发出");
        assertThat(order.read().get("payment").isNull()).isTrue();
        assertThat(order.message("completed").get("text").asText()).contains("专项服务");
    }

    @Test
    void aPaidServiceHasItsOwnFormAndItsMoneyComesBackWhenItCannotBeDone() {
        Case order = asked(
                "remote-assistance",
                "150600",
                Map.of("assistanceAt", "2027-01-11T10:00", "operatingSystem", "WINDOWS"));
        order.isSubmitted().isApproved().becomes("AWAITING_PAYMENT").isPaid().becomes("TO_PROCESS");
        order.waitsFor("support")
                .isDoneBy("chen", "Task_HandleService", Map.of("decision", "ABORT", "reason", "系统版本过旧，无法安装"))
                .becomes("REFUNDED");
        assertThat(order.read().at("/payment/refundedCents").asLong()).isEqualTo(5000);
    }

    @Test
    void theOwnFormsFieldsAreAskedForAndOthersFieldsAreUnknown() {
        Case order = asked("remote-assistance", "330683", Map.of());
        JsonNode problem = order.applicant()
                .post(order.path("/submission"), null)
                .expect(422)
                .json();
        assertThat(problem.get("errors").toString()).contains("assistanceAt").contains("operatingSystem");
    }

    @Test
    void aServiceThatTheCatalogueDoesNotKnowIsRefused() {
        Case order = asked("no-such-service", "330683", Map.of());
        JsonNode problem = order.applicant()
                .post(order.path("/submission"), null)
                .expect(422)
                .json();
        assertThat(problem.get("errors").toString()).contains("\"service\"").contains("服务项目");
    }

    private Case asked(String service, String region, Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>(Applicant.organization());
        fields.put("service", service);
        fields.put("requestText", "请按目录办理这项服务");
        fields.putAll(more);
        return Case.drafted(keyway, LINE, "zhang", region, fields);
    }
}
