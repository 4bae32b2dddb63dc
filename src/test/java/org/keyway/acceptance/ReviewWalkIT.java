package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reviews that do not pass at once: on hold, late, by two persons, sent back by the second. */
class ReviewWalkIT extends IssuanceWalk {

    @Test
    void waitsOnHoldAndIsReviewedAgain() {
        Case order = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of()).becomes("PENDING_REVIEW");
        order.isReviewed("li", "HOLD", "等待主管部门复函", null).becomes("ON_HOLD").waitsFor("customer-service");
        order.isDoneBy("wu", "Task_HandleOnHold", Map.of("reason", "已收到复函")).becomes("PENDING_REVIEW");
        order.isApproved().becomes("AWAITING_PAYMENT");
        assertThat(order.read().get("history").toString()).contains("等待主管部门复函", "已收到复函");
        isCancelledWithout(order);
        Told.exactly(order, "order_received", "review_passed_pay", "cancelled");
    }

    @Test
    void anOverdueReviewIsToldToTheSupervisorsOnce() {
        Case order = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of()).becomes("PENDING_REVIEW");
        order.staffTask("li", "Task_ReviewApplication");
        keyway.clockAdvances("P10D");
        JsonNode mail = order.message("step_overdue");
        assertThat(mail.get("channel").asText()).isEqualTo("MAIL");
        assertThat(mail.get("to").asText()).isEqualTo("zheng@example.test");
        assertThat(mail.get("text").asText())
                .contains(order.orderNo(), "客服审核", "嵊州")
                .doesNotContain("张测试");
        keyway.clockAdvances("P1D");
        isCancelledWithout(order);
        Told.exactly(order, "order_received", "step_overdue", "cancelled");
        assertThat(keyway.as("zhang").get("/messages").expect(200).text()).doesNotContain("应于");
    }

    @Test
    void needsTwoPersonsForManyKeys() {
        Case order = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of("quantity", 6))
                .becomes("PENDING_REVIEW");
        order.isApproved().waitsFor("supervisor");
        String second = order.staffTask("zheng", "Task_SecondReview");
        Person li = keyway.as("li");
        assertThat(li.post("/engine-rest/task/" + second + "/claim", Map.of("userId", "li"))
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(Case.complete(li, second, Map.of("decision", "APPROVE")).status())
                .isGreaterThanOrEqualTo(400);
        order.isDoneBy("zheng", "Task_SecondReview", Map.of("decision", "APPROVE"))
                .becomes("AWAITING_PAYMENT");
        isCancelledWithout(order);
    }

    @Test
    void secondReviewerReturnsItemsToo() {
        Case order = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of("quantity", 6))
                .becomes("PENDING_REVIEW");
        order.isApproved().waitsFor("supervisor");
        order.isDoneBy(
                        "zheng",
                        "Task_SecondReview",
                        Map.of(
                                "decision",
                                "RETURN",
                                "reason",
                                "数量依据不足",
                                "defects",
                                "[{\"item\":\"quantity\",\"code\":\"MISMATCH\",\"note\":\"请核对数量\"}]"))
                .becomes("RETURNED");
        assertThat(order.read().at("/waitingFor/due").isTextual()).isTrue();
        assertThat(order.ownTask("Task_CorrectApplication").get("due").isTextual())
                .isTrue();
        order.applicant()
                .patch(order.path(""), Map.of("fields", Map.of("quantity", 7)))
                .expect(200);
        order.isSubmitted().becomes("PENDING_REVIEW").isApproved().waitsFor("supervisor");
        order.isDoneBy("zheng", "Task_SecondReview", Map.of("decision", "APPROVE"))
                .becomes("AWAITING_PAYMENT");
        order.ownTask("Task_Pay");
        JsonNode payment = order.applicant()
                .post(order.path("/payments"), Map.of("method", "SANDBOX"))
                .expect(201)
                .json();
        assertThat(payment.get("amountCents").asLong())
                .isEqualTo(order.requirements().get("feeCents").asLong() / 6 * 7);
        isCancelledWithout(order);
    }
}
