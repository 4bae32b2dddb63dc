package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A renewal while a bid is waiting to be opened: it waits, or the applicant decides. */
class BidGuardWalkIT extends RenewalWalk {

    @Test
    void waitsForTheOpeningThatTheTradingSystemTells() {
        String serial = lockInUse(SHENGZHOU);
        OffsetDateTime now = daysBeforeTheEnd(serial, 20);
        Case order = paid(renewal(serial, SHENGZHOU, Map.of("bidOpeningAt", local(now.plusDays(2)))));
        order.ownTask("Task_AwaitBidOpening");
        assertThat(order.read().get("status").asText()).isEqualTo("TO_PROCESS");
        order.message("bid_wait");
        keyway.as("chu")
                .post(
                        "/sandbox/trading/" + order.orderNo(),
                        Map.of("bidOpeningAt", now.plusDays(5).toString()))
                .expect(200, 201, 202, 204);
        Keyway.eventually(
                () -> Told.times(order, "bid_wait") == 2 ? true : null, () -> "not told anew: " + order.explain());
        keyway.clockAdvances("P4D");
        assertThat(order.ownTask("Task_AwaitBidOpening")).isNotNull();
        assertThat(order.tries("Task_AwaitBidOpening", Map.of()).status()).isEqualTo(422);
        keyway.clockAdvances("P3D");
        order.becomes("AWAITING_SELF_WRITE");
        written(order, serial);
        neverSaysCollect(order);
    }

    @Test
    void consentGoesOnAtOnceAndIsKeptWithItsVersion() {
        String serial = lockInUse(SHENGZHOU);
        OffsetDateTime now = daysBeforeTheEnd(serial, 20);
        Case order = paid(renewal(serial, SHENGZHOU, Map.of("bidOpeningAt", local(now.plusDays(2)))));
        order.does("Task_AwaitBidOpening", Map.of("bidConsent", "true")).becomes("AWAITING_SELF_WRITE");
        assertThat(consent(order)).isEqualTo("NOW 2026-11");
        written(order, serial);
        keyway.clockIsReset();
        String other = lockInUse(SHENGZHOU);
        now = daysBeforeTheEnd(other, 20);
        Case form =
                paid(renewal(other, SHENGZHOU, Map.of("bidOpeningAt", local(now.plusDays(2)), "bidConsent", "true")));
        form.becomes("AWAITING_SELF_WRITE");
        assertThat(consent(form)).isEqualTo("NOW 2026-11");
        written(form, other);
    }

    @Test
    void anEndBeforeTheOpeningIsTheApplicantsChoice() {
        String serial = lockInUse(SHENGZHOU);
        OffsetDateTime now = daysBeforeTheEnd(serial, 5);
        Case order = paid(renewal(serial, SHENGZHOU, Map.of("bidOpeningAt", local(now.plusDays(8)))));
        order.message("bid_choice");
        order.ownTask("Task_ConfirmBid");
        keyway.clockAdvances("P3D");
        order.isDoneBy("li", "Task_CallBack", Map.of("reason", "经办人今天决定"));
        order.does("Task_ConfirmBid", Map.of("bidConsent", "false")).ownTask("Task_AwaitBidOpening");
        keyway.clockAdvances("P7D");
        order.becomes("AWAITING_SELF_WRITE");
        written(order, serial);
        assertThat(consent(order)).isEqualTo("WAIT 2026-11");
    }

    private String consent(Case order) {
        return jdbc.sql("select choice || ' ' || text_version from bid_consent where order_no = ?")
                .param(order.orderNo())
                .query(String.class)
                .single();
    }

    /** As the form sends it. */
    private static String local(OffsetDateTime time) {
        return LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.ofHours(8))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
