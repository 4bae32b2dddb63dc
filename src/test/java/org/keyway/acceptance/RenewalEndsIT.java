package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Renewals that are refused, not paid, cancelled, given up or not released. */
class RenewalEndsIT extends RenewalWalk {

    @Test
    void foreignAndBusyLocksAreRefusedAtTheDoor() {
        String serial = lockInUse(SHENGZHOU);
        daysBeforeTheEnd(serial, 20);
        Case foreign = Case.drafted(keyway, "renewal", "zhao", SHENGZHOU, fields(serial, Map.of()));
        foreign.applicant().post(foreign.path("/submission"), null).expect(422);
        Case first = renewal(serial, SHENGZHOU, Map.of()).isSubmitted().becomes("PENDING_REVIEW");
        Case second = renewal(serial, SHENGZHOU, Map.of());
        assertThat(second.applicant()
                        .post(second.path("/submission"), null)
                        .expect(422)
                        .text())
                .contains(first.orderNo());
        cancelled(first);
    }

    @Test
    void rejectedUnpaidAndCancelledGiveTheLockBackAndTheMoneyToo() {
        String serial = lockInUse(SHENGZHOU);
        daysBeforeTheEnd(serial, 20);
        renewal(serial, SHENGZHOU, Map.of())
                .isSubmitted()
                .becomes("PENDING_REVIEW")
                .isReviewed("li", "REJECT", "材料不实", null)
                .becomes("REJECTED");
        Case paid = renewal(serial, SHENGZHOU, Map.of()).isSubmitted().becomes("PENDING_REVIEW");
        paid.isApproved().becomes("AWAITING_PAYMENT").isPaid().becomes("AWAITING_SELF_WRITE");
        cancelled(paid);
        assertThat(paid.read().at("/payment/refundedCents").asLong()).isEqualTo(20000);
        Case unpaid = renewal(serial, SHENGZHOU, Map.of()).isSubmitted().becomes("PENDING_REVIEW");
        unpaid.isApproved().becomes("AWAITING_PAYMENT");
        keyway.clockAdvances("P8D");
        unpaid.becomes("EXPIRED").message("payment_closed");
        Case returned = renewal(serial, SHENGZHOU, Map.of()).isSubmitted().becomes("PENDING_REVIEW");
        returned.isReviewed(
                "li", "RETURN", "请修改", "[{\"item\":\"business-licence\",\"code\":\"UNREADABLE\",\"note\":\"请重新扫描\"}]");
        returned.becomes("RETURNED");
        keyway.clockAdvances("P16D");
        returned.becomes("EXPIRED").message("expired");
        assertThat(certificates(serial, "ACTIVE").size()
                        + certificates(serial, "EXPIRED").size())
                .isEqualTo(2);
    }

    @Test
    void rejectedAfterPaymentAndAbandonedWritingAreRefunded() {
        String serial = lockInUse("150600");
        daysBeforeTheEnd(serial, 20);
        Case order = renewal(serial, "150600", Map.of()).isSubmitted().becomes("AWAITING_PAYMENT");
        order.isPaid().becomes("PENDING_REVIEW").isReviewed("li", "REJECT", "材料不实", null);
        order.becomes("REFUNDED");
        assertThat(order.read().at("/payment/refundedCents").asLong()).isEqualTo(20000);
        Case broken = renewal(serial, "150600", Map.of()).isSubmitted().becomes("AWAITING_PAYMENT");
        broken.isPaid().becomes("PENDING_REVIEW").isApproved().becomes("AWAITING_SELF_WRITE");
        keyway.as("admin")
                .post("/sandbox/keys/" + serial, Map.of("fault", "WRITE_ERROR"))
                .expect(200, 201, 202, 204);
        broken.does("Task_WriteOwnKey", Map.of("keySerial", serial)).becomes("EXCEPTION");
        broken.isDoneBy("chen", "Task_Assist", Map.of("decision", "ABORT", "reason", "接口故障，申请人改日再办"));
        broken.becomes("REFUNDED");
        assertThat(certificates(serial, "ACTIVE")).as("the old ones stay good").hasSize(2);
        neverSaysCollect(broken);
    }

    @Test
    void whatIsNotReleasedIsTheSupervisorsAffair() {
        String serial = lockInUse("330800");
        daysBeforeTheEnd(serial, 25);
        Case order = paid(renewal(serial, "330800", Map.of()));
        order.becomes("TO_PROCESS");
        jdbc.sql("update key_device set status = 'SUSPENDED' where serial = ?")
                .param(serial)
                .update();
        nextBatch(order);
        order.becomes("EXCEPTION").waitsFor("supervisor");
        jdbc.sql("update key_device set status = 'ACTIVE' where serial = ?")
                .param(serial)
                .update();
        order.isDoneBy("zheng", "Task_HandleRelease", Map.of("decision", "RETRY"));
        order.becomes("AWAITING_SELF_WRITE");
        written(order, serial);
    }
}
