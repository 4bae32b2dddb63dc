package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes of what a key says, by the contract alone: register or key, money, certificates, list and messages agree. */
class ChangeWalkIT extends RunningKeyway {

    private static final String SHENGZHOU = "330683";
    private static final String LANXI = "330781";
    private static final String ORDOS = "150600";
    private static final String NEW_NAME = "更名测试建设有限公司";

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void clockIsReset() {
        keyway.clockIsReset();
    }

    @ParameterizedTest
    @ValueSource(strings = {SHENGZHOU, "330800", LANXI, "371325", ORDOS})
    void aNewNameIsWrittenToTheSameKey(String city) {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        List<String> old = key.serials("ACTIVE");
        String end = key.notAfter();
        Case order = renamed(city, key);
        assertThat(order.requirements().get("documents").findValuesAsText("type"))
                .contains("application-form", "business-licence", "handler-id", "risk-notice", "change-proof");
        order.isSubmitted().becomes("ON_HOLD").message("name_approval_needed");
        creditApproves(order);
        if (city.equals(ORDOS)) {
            order.becomes("AWAITING_PAYMENT").isPaid();
        }
        JsonNode sheet = order.becomes("PENDING_REVIEW").reviewSheet("li");
        assertThat(sheet.get("comparison").toString()).contains("测试建设有限公司", NEW_NAME);
        order.isApproved().waitsFor("supervisor");
        order.isDoneBy("zheng", "Task_SecondReview", Map.of("decision", "APPROVE"));
        if (!city.equals(ORDOS)) {
            order.becomes("AWAITING_PAYMENT").isPaid();
        }
        order.becomes("AWAITING_SELF_WRITE");
        assertThat(key.serials("ACTIVE")).as("until the new ones are written").isEqualTo(old);
        order.does("Task_WriteOwnKey", Map.of("keySerial", key.serial())).does("Task_TestStamp", Map.of());
        order.does("Task_BindKey", Map.of("keySerial", key.serial()));
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
        assertThat(key.state()).isEqualTo("ACTIVE");
        List<JsonNode> fresh = key.certificates("ACTIVE");
        assertThat(fresh).hasSize(2).allSatisfy(each -> {
            assertThat(each.get("subject").asText()).contains(NEW_NAME);
            assertThat(each.get("notAfter").asText()).isEqualTo(end);
            new CertificateCheck(keyway, jdbc).verifies(each, named(NEW_NAME));
        });
        key.listsExactly(old);
        assertThat(order.read().at("/payment/amountCents").asLong()).isEqualTo(5000);
        assertThat(order.message("change_completed").get("text").asText()).contains(key.serial());
        assertThat(order.messages().findValuesAsText("template")).doesNotContain("completed", "shipped", "auth_code");
        assertThat(prefilled(key).get("organizationName").asText()).isEqualTo(NEW_NAME);
    }

    @Test
    void aLegalRepresentativeInShengzhouChangesInTheRegisterAlone() {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        List<String> before = key.serials("ACTIVE");
        Case order = Case.drafted(
                keyway,
                "change",
                "zhao",
                SHENGZHOU,
                key.fields("changeTypes", List.of("LEGAL_REPRESENTATIVE"), "newLegalRepresentative", "新样例"));
        assertThat(order.requirements().get("documents").findValuesAsText("type"))
                .containsExactly("business-licence");
        assertThat(order.requirements().get("feeCents").asLong()).isZero();
        order.isSubmitted().becomes("PENDING_REVIEW").isApproved().becomes("COMPLETED");
        assertThat(order.message("registry_changed").get("text").asText()).contains("不用插锁");
        assertThat(key.serials("ACTIVE")).isEqualTo(before);
        assertThat(order.read().at("/payment/paymentNo").isTextual()).isFalse();
        assertThat(prefilled(key).get("legalRepresentative").asText()).isEqualTo("新样例");
    }

    @Test
    void elsewhereALegalRepresentativeIsWrittenToTheKey() {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        Case order = Case.drafted(
                keyway,
                "change",
                "zhao",
                LANXI,
                key.fields("changeTypes", List.of("LEGAL_REPRESENTATIVE"), "newLegalRepresentative", "新样例"));
        assertThat(order.requirements().get("feeCents").asLong()).isEqualTo(5000);
        order.isSubmitted().becomes("PENDING_REVIEW").isApproved().becomes("AWAITING_PAYMENT");
        order.applicant().delete(order.path("")).expect(200, 202, 204);
        order.becomes("CANCELLED").message("cancelled");
        assertThat(key.state()).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @ValueSource(strings = {SHENGZHOU, "330800", LANXI, "371325", ORDOS})
    void aNewHandlerCostsNothingAnywhere(String city) {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        Map<String, Object> fields = key.fields("changeTypes", List.of("HANDLER"));
        fields.put("handlerName", "李新办");
        fields.put("handlerIdNumber", Applicant.idNumber("33068319920815003"));
        fields.put("handlerMobile", "13800000009");
        Case order = Case.drafted(keyway, "change", "zhao", city, fields);
        assertThat(order.requirements().get("documents").findValuesAsText("type"))
                .containsExactlyInAnyOrder("business-licence", "handler-id", "authorization-letter");
        order.isSubmitted().becomes("PENDING_REVIEW").isApproved().becomes("COMPLETED");
        assertThat(order.message("registry_changed").get("to").asText()).isEqualTo("13800000009");
        assertThat(prefilled(key).get("handlerName").asText()).isEqualTo("李新办");
    }

    @Test
    void rejectedAfterPaymentInOrdosIsRefunded() {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        List<String> before = key.serials("ACTIVE");
        Case order = Case.drafted(keyway, "change", "zhao", ORDOS, key.fields("changeTypes", List.of("SEAL_IMAGE")))
                .isSubmitted();
        order.becomes("AWAITING_PAYMENT").isPaid().becomes("PENDING_REVIEW");
        order.isReviewed("li", "REJECT", "印章与备案不符", null).becomes("REFUNDED");
        assertThat(order.read().at("/payment/refundedCents").asLong()).isEqualTo(5000);
        assertThat(key.serials("ACTIVE")).isEqualTo(before);
    }

    @Test
    void unpaidUncorrectedAndRejectedChangesLeaveTheKeyAsItWas() {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        List<String> before = key.serials("ACTIVE");
        Case rejected = sealed(key).becomes("PENDING_REVIEW");
        rejected.isReviewed("li", "REJECT", "印章与备案不符", null).becomes("REJECTED");
        Case unpaid = sealed(key).isApproved();
        unpaid.isDoneBy("zheng", "Task_SecondReview", Map.of("decision", "APPROVE"))
                .becomes("AWAITING_PAYMENT");
        keyway.clockAdvances("P8D");
        unpaid.becomes("EXPIRED");
        Case late = sealed(key);
        late.isReviewed("li", "RETURN", null, "[{\"item\":\"seal-sample\",\"code\":\"UNREADABLE\",\"note\":\"\"}]")
                .becomes("RETURNED");
        keyway.clockAdvances("P16D");
        late.becomes("EXPIRED").message("expired");
        assertThat(key.serials("ACTIVE")).isEqualTo(before);
        key.listsExactly(List.of());
    }

    @Test
    void givenUpWritingLeavesTheOldCertificatesAlone() {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        List<String> before = key.serials("ACTIVE");
        Case order = sealed(key).isApproved();
        order.isDoneBy("zheng", "Task_SecondReview", Map.of("decision", "APPROVE"))
                .becomes("AWAITING_PAYMENT")
                .isPaid()
                .becomes("AWAITING_SELF_WRITE");
        keyway.as("feng")
                .post("/sandbox/keys/" + key.serial(), Map.of("fault", "WRITE_ERROR"))
                .expect(200, 204);
        order.does("Task_WriteOwnKey", Map.of("keySerial", key.serial()))
                .isDoneBy("chen", "Task_Assist", Map.of("decision", "ABORT", "reason", "申请人不再变更"))
                .becomes("REFUNDED");
        assertThat(order.read().at("/payment/refundedCents").asLong()).isEqualTo(5000);
        assertThat(key.serials("ACTIVE")).isEqualTo(before);
        assertThat(key.serials("ISSUED")).isEmpty();
        assertThat(key.state()).isEqualTo("ACTIVE");
    }

    @Test
    void aNameThatIsNeverApprovedGoesToTheSupervisor() {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        Case order = renamed(LANXI, key).isSubmitted().becomes("ON_HOLD");
        keyway.clockAdvances("P4D");
        Keyway.eventually(
                () -> Told.times(order, "name_approval_needed") == 2 ? true : null,
                () -> "no reminder: " + order.explain());
        keyway.clockAdvances("P30D");
        order.becomes("EXCEPTION").waitsFor("supervisor");
        order.isDoneBy("zheng", "Task_HandleException", Map.of("decision", "RETRY"))
                .becomes("ON_HOLD");
        keyway.clockAdvances("P31D");
        order.becomes("EXCEPTION")
                .isDoneBy("zheng", "Task_HandleException", Map.of("decision", "ABORT", "reason", "单位不再更名"));
        order.becomes("REJECTED").message("name_approval_refused");
        assertThat(key.state()).isEqualTo("ACTIVE");
    }

    @Test
    void aKeyIsNamedFreeAndInUse() {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        Map<String, Object> nothing = new HashMap<>(key.fields("changeTypes", List.of("SEAL_IMAGE")));
        nothing.remove("keySerial");
        assertThat(refusal(nothing)).contains("keySerial");
        assertThat(refusal(key.fields())).contains("changeTypes");
        assertThat(refusal(key.fields("changeTypes", List.of("ORGANIZATION_NAME"))))
                .contains("newOrganizationName");
        Case first = sealed(key).becomes("PENDING_REVIEW");
        assertThat(refusal(key.fields("changeTypes", List.of("SEAL_IMAGE")))).contains(first.orderNo());
        first.applicant().delete(first.path("")).expect(200, 202, 204);
        first.becomes("CANCELLED");
    }

    private Case renamed(String city, OwnKey key) {
        return Case.drafted(
                keyway,
                "change",
                "zhao",
                city,
                key.fields("changeTypes", List.of("ORGANIZATION_NAME"), "newOrganizationName", NEW_NAME));
    }

    private Case sealed(OwnKey key) {
        return Case.drafted(keyway, "change", "zhao", LANXI, key.fields("changeTypes", List.of("SEAL_IMAGE")))
                .isSubmitted();
    }

    private void creditApproves(Case order) {
        keyway.as("chu")
                .post("/sandbox/trading/" + order.orderNo(), Map.of("creditApproved", true))
                .expect(200, 202, 204);
    }

    private String refusal(Map<String, Object> fields) {
        Case draft = Case.drafted(keyway, "change", "zhao", LANXI, fields);
        return draft.applicant()
                .post(draft.path("/submission"), null)
                .expect(422)
                .text();
    }

    private JsonNode prefilled(OwnKey key) {
        return keyway.as("zhao")
                .get("/api/lines/change/prefill?key=" + key.serial())
                .expect(200)
                .json();
    }

    private static JsonNode named(String name) {
        return new ObjectMapper()
                .createObjectNode()
                .put("organizationName", name)
                .put("years", 1);
    }
}
