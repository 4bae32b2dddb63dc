package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Renewal from the lock in use to the lock with a longer life, and what leads to another line. */
class RenewalWalkIT extends RenewalWalk {

    @ParameterizedTest
    @ValueSource(strings = {SHENGZHOU, "330800", "330781", "371325", "150600"})
    void keepsTheLockAndExtendsItsLifeInEveryCity(String region) {
        String serial = lockInUse(region);
        List<JsonNode> former = certificates(serial, "ACTIVE");
        daysBeforeTheEnd(serial, 20);
        Case order = renewal(serial, region, Map.of("years", 2, "invoiceType", "NORMAL", "invoiceTitle", "测试建设有限公司"));
        order.isSubmitted();
        if (region.equals("150600")) {
            order.becomes("AWAITING_PAYMENT").isPaid().becomes("PENDING_REVIEW").isApproved();
        } else {
            order.becomes("PENDING_REVIEW")
                    .isApproved()
                    .becomes("AWAITING_PAYMENT")
                    .isPaid();
        }
        if (region.equals("330800")) {
            order.becomes("TO_PROCESS");
            assertThat(order.messages().findValuesAsText("template")).doesNotContain("self_write_ready");
            nextBatch(order);
        }
        order.becomes("AWAITING_SELF_WRITE");
        assertThat(certificates(serial, "ACTIVE")).hasSize(2);
        order.does("Task_WriteOwnKey", Map.of("keySerial", serial)).does("Task_TestStamp", Map.of());
        order.becomes("COMPLETED");
        extended(serial, former, 2);
        assertThat(order.read().at("/payment/amountCents").asLong()).isEqualTo(40000);
        assertThat(order.read().at("/parcel/waybillNo").isTextual()).isFalse();
        assertThat(order.read().get("history").toString()).contains("发起后台延期");
        Told.exactly(
                order, "order_received", "review_passed_pay", "paid", "self_write_ready", "invoice_ready", "renewed");
        neverSaysCollect(order);
        assertThat(order.message("renewed").get("text").asText())
                .contains(
                        serial,
                        certificates(serial, "ACTIVE")
                                .get(0)
                                .get("notAfter")
                                .asText()
                                .substring(0, 10));
        assertThat(order.applicant()
                        .get(order.path("/documents/application-form.pdf"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tooEarlyCostsNothingAndLeavesTheLockFree() {
        String serial = lockInUse(SHENGZHOU);
        Case early = renewal(serial, SHENGZHOU, Map.of()).isSubmitted().becomes("REJECTED");
        assertThat(early.message("renewal_too_early").get("text").asText()).contains("以后再申请");
        assertThat(early.read().at("/payment/amountCents").asLong()).isZero();
        daysBeforeTheEnd(serial, 85);
        Case again = renewal(serial, SHENGZHOU, Map.of()).isSubmitted().becomes("PENDING_REVIEW");
        cancelled(again);
        String quzhou = lockInUse("330800");
        daysBeforeTheEnd(quzhou, 40);
        Case month = renewal(quzhou, "330800", Map.of()).isSubmitted().becomes("REJECTED");
        neverSaysCollect(month);
    }

    @Test
    void anotherNameLeadsToAChangeWithEverythingFilledIn() {
        String serial = lockInUse(SHENGZHOU);
        daysBeforeTheEnd(serial, 20);
        Case order = renewal(serial, SHENGZHOU, Map.of("organizationName", "测试建设集团有限公司"));
        order.isSubmitted().becomes("REJECTED").message("renewal_redirect_change");
        redirects(order, "change");
        Case declared = renewal(serial, SHENGZHOU, Map.of("unchangedDeclared", "false"));
        declared.isSubmitted().becomes("REJECTED");
        redirects(declared, "change");
    }

    @Test
    void afterTheGraceAnewAndInTheGraceStillRenewed() {
        String serial = lockInUse(SHENGZHOU);
        List<JsonNode> former = certificates(serial, "ACTIVE");
        daysBeforeTheEnd(serial, -10);
        Case late = renewal(serial, SHENGZHOU, Map.of());
        paid(late);
        late.becomes("AWAITING_SELF_WRITE").does("Task_WriteOwnKey", Map.of("keySerial", serial));
        late.does("Task_TestStamp", Map.of()).becomes("COMPLETED");
        assertThat(certificates(serial, "ACTIVE")).hasSize(2);
        assertThat(former).hasSize(2);
        keyway.clockIsReset();
        String over = lockInUse(SHENGZHOU);
        daysBeforeTheEnd(over, -31);
        Case order = renewal(over, SHENGZHOU, Map.of()).isSubmitted().becomes("REJECTED");
        order.message("renewal_redirect_issuance");
        redirects(order, "new-issuance");
    }

    @Test
    void aLockThatCannotBeUsedLeadsToAReplacement() {
        String serial = lockInUse(SHENGZHOU);
        daysBeforeTheEnd(serial, 20);
        jdbc.sql("update key_device set status = 'DAMAGED' where serial = ?")
                .param(serial)
                .update();
        Case order = renewal(serial, SHENGZHOU, Map.of()).isSubmitted().becomes("REJECTED");
        order.message("renewal_redirect_replacement");
        redirects(order, "replacement");
    }

    /** Old pair superseded and revoked in the CRL, new pair from the old end on, device in use, seal longer too. */
    private void extended(String serial, List<JsonNode> former, int years) {
        List<JsonNode> now = certificates(serial, "ACTIVE");
        assertThat(now.stream().map(each -> each.get("use").asText())).containsExactlyInAnyOrder("SIGN", "ENCRYPT");
        OffsetDateTime end = former.stream()
                .filter(each -> each.get("use").asText().equals("SIGN"))
                .map(each -> OffsetDateTime.parse(each.get("notAfter").asText()))
                .findFirst()
                .orElseThrow();
        for (JsonNode certificate : now) {
            assertThat(OffsetDateTime.parse(certificate.get("notAfter").asText())
                            .toInstant())
                    .isEqualTo(end.plusYears(years).toInstant());
            assertThat(Revocations.of(keyway))
                    .doesNotContain(certificate.get("serial").asText());
            new CertificateCheck(keyway, jdbc).chains(certificate, clockNow().toInstant());
        }
        for (JsonNode old : former) {
            assertThat(Revocations.of(keyway)).contains(old.get("serial").asText());
        }
        assertThat(certificates(serial, "SUPERSEDED")).hasSize(2);
        JsonNode key = keyway.as("zhang").get("/api/keys/" + serial).json();
        assertThat(key.get("state").asText()).isEqualTo("ACTIVE");
        assertThat(OffsetDateTime.parse(key.at("/seal/notAfter").asText())).isAfter(end.plusDays(300));
    }

    private static void redirects(Case order, String line) {
        Keyway.eventually(
                () -> order.read().at("/next/line").asText().equals(line) ? true : null,
                () -> "does not lead to " + line + ": " + order.read());
        assertThat(order.read().at("/next/url").asText()).contains("/apply/" + line, "from=" + order.orderNo());
        assertThat(order.read().at("/payment/amountCents").asLong()).isZero();
        neverSaysCollect(order);
    }
}
