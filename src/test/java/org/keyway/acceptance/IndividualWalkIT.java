package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A natural person's locks through the lines, and a company's sub locks, by the contract alone. */
class IndividualWalkIT extends RunningKeyway {

    private static final String SHENGZHOU = "330683";
    private static final String NAME = "钱个人";

    private Locks locks;

    @AfterEach
    void clock() {
        keyway.clockIsReset();
    }

    @Test
    void aPersonIsIssuedLosesFindsUnlocksAndRenews() {
        locks = new Locks(keyway, "qian");
        String serial = oneOfTwoIsMade("qian", person());
        for (JsonNode certificate : locks.read(serial).get("certificates")) {
            assertThat(certificate.get("subject").asText()).contains(NAME).doesNotContain("测试建设");
        }
        Case loss = drafted(
                        "loss-unblock", about(serial, Map.of("lossOperation", "REPORT", "lossCircumstance", "出差途中遗失")))
                .isSubmitted()
                .becomes("SUSPENDED");
        loss.isDoneBy("li", "Task_ConfirmLoss", Map.of("decision", "REJECT", "reason", "本人来电说明已找到"))
                .becomes("REJECTED");
        assertThat(locks.state(serial)).isEqualTo("ACTIVE");

        Case unlock = drafted("unlock", about(serial, Map.of("unlockCause", "FORGOTTEN", "unlockMode", "SELF_CODE")))
                .isSubmitted()
                .becomes("PENDING_REVIEW");
        unlock.does("Task_ConfirmIdentity", Map.of("identityCode", Locks.secret(unlock, "identity_code", "验证码")));
        unlock.isApproved().becomes("UNLOCKING");
        String code = Locks.secret(unlock, "unlock_code", "解锁码");
        unlock.does("Task_UnlockOwnKey", Map.of("keySerial", serial, "authorizationCode", code))
                .becomes("COMPLETED");

        OffsetDateTime end = OffsetDateTime.parse(
                locks.read(serial).at("/certificates/0/notAfter").asText());
        beforeTheEnd(end);
        Case renewal = drafted("renewal", about(serial, Map.of("years", 1, "unchangedDeclared", "true")))
                .isSubmitted()
                .becomes("PENDING_REVIEW")
                .isApproved()
                .becomes("AWAITING_PAYMENT")
                .isPaid()
                .becomes("AWAITING_SELF_WRITE");
        renewal.does("Task_WriteOwnKey", Map.of("keySerial", serial))
                .does("Task_TestStamp", Map.of())
                .becomes("COMPLETED");
        assertThat(locks.read(serial).get("certificates").toString())
                .contains(end.plusYears(1).toString().substring(0, 7));
    }

    @Test
    void subLocksCostLessAndOneThatFailsStopsNoOther() {
        locks = new Locks(keyway, "zhang");
        Map<String, Object> fields = Applicant.organization();
        fields.put("lockKind", "SUB");
        String serial = oneOfTwoIsMade("zhang", fields);
        assertThat(locks.certificates(serial, "ACTIVE")).hasSize(2);
        assertThat(locks.read(serial).at("/certificates/0/subject").asText()).contains("测试建设有限公司");
    }

    /** Two locks are ordered, one breaks while it is written: it is given up and paid back, the other is in use. */
    private String oneOfTwoIsMade(String account, Map<String, Object> fields) {
        fields.put("quantity", 2);
        fields.put("invoiceType", "NONE");
        Case order = Case.drafted(keyway, "new-issuance", account, SHENGZHOU, fields)
                .isSubmitted()
                .becomes("PENDING_REVIEW")
                .isApproved()
                .becomes("AWAITING_PAYMENT")
                .isPaid();
        long paid = order.read().at("/payment/amountCents").asLong();
        List<String> serials = List.of(order.blankKey(), order.blankKey());
        locks.faulty(serials.get(0), "WRITE_ERROR");
        serials.forEach(serial -> order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)));
        order.isDoneBy("chen", "Task_Assist", Map.of("decision", "ABORT", "reason", "锁芯片损坏且无备件"))
                .becomes("TO_SHIP")
                .message("key_given_up");
        assertThat(order.read().at("/payment/refundedCents").asLong()).isEqualTo(paid / 2);
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serials.get(1)))
                .becomes("SHIPPED")
                .courierSays("DELIVERED")
                .does("Task_ConfirmReceipt", Map.of())
                .does("Task_BindKey", Map.of());
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
        assertThat(order.messages().findValuesAsText("template")).contains("completed");
        return serials.get(1);
    }

    private void beforeTheEnd(OffsetDateTime end) {
        OffsetDateTime now = OffsetDateTime.parse(keyway.as("admin")
                .post("/sandbox/clock", Map.of("advance", "PT0S"))
                .json()
                .get("now")
                .asText());
        keyway.clockAdvances("PT" + ChronoUnit.SECONDS.between(now, end.minusDays(20)) + "S");
    }

    private Case drafted(String line, Map<String, Object> fields) {
        return Case.drafted(keyway, line, "qian", SHENGZHOU, fields);
    }

    private static Map<String, Object> about(String serial, Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("keySerial", serial, "holderType", "INDIVIDUAL"));
        fields.putAll(more);
        return fields;
    }

    private static Map<String, Object> person() {
        Map<String, Object> fields = Applicant.organization();
        List.of(
                        "organizationName",
                        "organizationNameConfirm",
                        "uscc",
                        "usccConfirm",
                        "legalRepresentative",
                        "legalRepresentativeIdNumber",
                        "invoiceTitle",
                        "invoiceTaxNumber")
                .forEach(fields::remove);
        fields.put("holderType", "INDIVIDUAL");
        fields.put("handlerName", NAME);
        fields.put("handlerMobile", "13800000003");
        fields.put("handlerEmail", "qian@example.test");
        return fields;
    }
}
