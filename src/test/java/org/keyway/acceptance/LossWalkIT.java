package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.certificate.RevocationReason;
import org.keyway.ukey.KeyLifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Loss and release to each of their ends: key, certificates, CRL, trading system and messages agree after every step. */
class LossWalkIT extends RunningKeyway {

    private static final String LINE = "loss-unblock";
    private static final String SHENGZHOU = "330683";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KeyLifecycle lifecycle;

    @AfterEach
    void everythingIsUpAgain() {
        for (String partner : List.of("trading", "ca")) {
            partner(partner, "UP");
        }
        keyway.clockIsReset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"330683", "330800", "330781", "371325", "150600"})
    void isLostFoundAndReleased(String region) throws IOException {
        String serial = keyInUse();
        isInForce(serial);
        Case loss = report(region, serial).becomes("SUSPENDED");
        isHeld(serial);
        assertThat(tradingKnows(serial)).containsExactly("SUSPENDED");
        assertThat(loss.message("loss_suspended").get("text").asText()).contains(serial);
        assertThat(loss.message("loss_suspended_legal").get("to").asText()).doesNotContain("13800000001");
        loss.isDoneBy("li", "Task_ConfirmLoss", Map.of("decision", "APPROVE"));
        loss.ownTask("Task_UploadStatement");
        assertThat(loss.read().at("/next/line").asText()).isEqualTo("replacement");
        assertThat(loss.read().at("/next/url").asText()).contains("from=" + loss.orderNo());
        uploadsTheStatement(loss);
        Case release = release(region, serial).becomes("COMPLETED");
        assertThat(release.read().get("history").toString()).contains("提交挂失或解挂");
        loss.becomes("RELEASE_REVIEW");
        assertThat(loss.read().get("next").isNull()).isTrue();
        loss.isReviewed("li", "APPROVE", null, null);
        boolean athome = region.equals("330683");
        Path token = DATA.resolve("tokens").resolve(serial + ".token");
        Path away = DATA.resolve(serial + ".away");
        if (athome) {
            Files.move(token, away);
        }
        loss.isDoneBy("zheng", "Task_SecondReview", Map.of("decision", "APPROVE"));
        if (athome) {
            assertThat(loss.tries("Task_InsertKey", Map.of("keySerial", "KW00000000000"))
                            .status())
                    .isEqualTo(422);
            isHeld(serial);
            Files.move(away, token);
            loss.does("Task_InsertKey", Map.of("keySerial", serial));
        }
        loss.becomes("RELEASED");
        isInForce(serial);
        assertThat(tradingKnows(serial)).containsExactly("SUSPENDED", "ACTIVE");
        Told.exactly(loss, "loss_suspended", "loss_suspended_legal", "released", "released_legal");
    }

    @Test
    void isTypedInForACallerWhoIsIdentifiedFirst() {
        String serial = keyInUse();
        Case loss = typedIn("li", serial);
        loss.waitsFor("customer-service");
        assertThat(state(serial)).isEqualTo("ACTIVE");
        loss.isDoneBy("li", "Task_IdentifyCaller", Map.of("decision", "APPROVE"))
                .becomes("SUSPENDED");
        isHeld(serial);
        String confirm = loss.staffTask("li", "Task_ConfirmLoss");
        Person li = keyway.as("li");
        li.post("/engine-rest/task/" + confirm + "/claim", Map.of("userId", "li"));
        assertThat(Case.complete(li, confirm, Map.of("decision", "APPROVE")).status())
                .as("nobody confirms what they typed in")
                .isEqualTo(400);
        li.post("/engine-rest/task/" + confirm + "/unclaim", null);
        loss.isDoneBy("wu", "Task_ConfirmLoss", Map.of("decision", "REJECT", "reason", "来电人后来说明锁在办公室"))
                .becomes("REJECTED");
        isInForce(serial);
        assertThat(tradingKnows(serial)).containsExactly("SUSPENDED", "ACTIVE");
        Told.exactly(loss, "loss_suspended", "loss_suspended_legal", "loss_denied");
    }

    @Test
    void anUnknownCallerSuspendsNothing() {
        String serial = keyInUse();
        Case loss = typedIn("li", serial);
        loss.isDoneBy("wu", "Task_IdentifyCaller", Map.of("decision", "REJECT", "reason", "预留电话否认"))
                .becomes("REJECTED");
        isInForce(serial);
        assertThat(tradingKnows(serial)).isEmpty();
        Told.exactly(loss, "loss_denied");
    }

    @Test
    void whileTheAuthorityIsDownPeopleSuspend() {
        String serial = keyInUse();
        partner("ca", "ERROR");
        Case loss = report(SHENGZHOU, serial);
        Keyway.eventually(
                () -> tradingKnows(serial).isEmpty() ? null : true, () -> "trading was not told: " + loss.explain());
        keyway.clockAdvances("PT16M");
        loss.becomes("EXCEPTION").waitsFor("customer-service");
        partner("ca", "UP");
        loss.isDoneBy("wu", "Task_SuspendByHand", Map.of("reason", "已在证书后台暂停")).becomes("SUSPENDED");
        isHeld(serial);
        assertThat(tradingKnows(serial)).containsExactly("SUSPENDED");
        loss.isDoneBy("li", "Task_ConfirmLoss", Map.of("decision", "REJECT", "reason", "误报"))
                .becomes("REJECTED");
        isInForce(serial);
    }

    @Test
    void isExtendedOnceAndThenRevoked() {
        String serial = keyInUse();
        Case loss = confirmed(serial);
        keyway.clockAdvances("P3DT1H");
        loss.message("loss_statement_due");
        keyway.clockAdvances("P4D");
        assertThat(loss.message("hold_reminder").get("text").asText()).contains(serial);
        keyway.clockAdvances("P17D");
        loss.message("hold_expiring");
        keyway.clockAdvances("P7D");
        loss.isDoneBy("wu", "Task_DecideHold", Map.of("decision", "EXTEND"));
        loss.becomes("SUSPENDED");
        keyway.clockAdvances("P24D");
        Keyway.eventually(
                () -> Collections.frequency(loss.messages().findValuesAsText("template"), "hold_expiring") == 2
                        ? true
                        : null,
                () -> "an extended hold is not reminded of anew: " + loss.explain());
        keyway.clockAdvances("P7D");
        String decide = loss.staffTask("wu", "Task_DecideHold");
        Person wu = keyway.as("wu");
        wu.post("/engine-rest/task/" + decide + "/claim", Map.of("userId", "wu"));
        assertThat(Case.complete(wu, decide, Map.of("decision", "EXTEND")).text())
                .contains("只能延长一次");
        Case.complete(wu, decide, Map.of("decision", "REVOKE", "reason", "多次联系不上"))
                .expect(200, 204);
        loss.becomes("REVOKED");
        isRevoked(serial);
        assertThat(tradingKnows(serial)).containsExactly("SUSPENDED", "REVOKED");
        loss.message("loss_revoked");
    }

    @Test
    void isResumedWhenTheHoldIsOver() {
        String serial = keyInUse();
        Case loss = confirmed(serial);
        keyway.clockAdvances("P31D");
        loss.isDoneBy("wu", "Task_DecideHold", Map.of("decision", "RESUME", "reason", "经办人已持锁到窗口"))
                .becomes("RELEASED");
        isInForce(serial);
    }

    @Test
    void isReplacedOrGoesOnBeingHeld() {
        String serial = keyInUse();
        Case loss = confirmed(serial);
        tells("Message_ReplacementStarted", loss);
        loss.becomes("REPLACING");
        tells("Message_ReplacementFinished", loss);
        loss.becomes("SUSPENDED");
        isHeld(serial);
        tells("Message_ReplacementStarted", loss);
        loss.becomes("REPLACING");
        lifecycle.lose(serial, loss.orderNo(), RevocationReason.KEY_COMPROMISE);
        tells("Message_ReplacementFinished", loss);
        loss.becomes("REPLACED");
        certificates(serial)
                .forEach(each ->
                        assertThat(list().reasonOf(each.get("serial").asText())).isEqualTo("Key Compromise"));
    }

    @Test
    void aReleaseWithoutALossEndsAndAForeignKeyIsRefused() {
        String serial = keyInUse();
        Case release = release(SHENGZHOU, serial).becomes("REJECTED");
        assertThat(release.message("no_active_loss").get("text").asText()).contains(serial);
        isInForce(serial);
        Case foreign = Case.drafted(keyway, LINE, "zhao", SHENGZHOU, fields("REPORT", serial));
        assertThat(foreign.applicant().post(foreign.path("/submission"), null).status())
                .isEqualTo(422);
        Case nameless = Case.drafted(keyway, LINE, "zhang", SHENGZHOU, Map.of("lossOperation", "REPORT"));
        assertThat(nameless.applicant().post(nameless.path("/submission"), null).text())
                .contains("锁号");
    }

    @Test
    void aKeyIsReportedOnceAndStaysHeldWhenReleaseIsRefused() {
        String serial = keyInUse();
        Case loss = confirmed(serial);
        Case again = Case.drafted(keyway, LINE, "zhang", SHENGZHOU, fields("REPORT", serial));
        assertThat(again.applicant()
                        .post(again.path("/submission"), null)
                        .expect(422)
                        .text())
                .contains(loss.orderNo());
        release(SHENGZHOU, serial).becomes("COMPLETED");
        loss.becomes("RELEASE_REVIEW").isReviewed("li", "REJECT", "证件与经办人不符", null);
        loss.becomes("SUSPENDED");
        assertThat(loss.message("release_refused").get("text").asText()).contains("证件与经办人不符");
        isHeld(serial);
        assertThat(loss.applicant().delete(loss.path("")).status()).isEqualTo(409);
    }

    private Case report(String region, String serial) {
        Case loss = Case.drafted(keyway, LINE, "zhang", region, fields("REPORT", serial));
        return loss.isSubmitted();
    }

    private Case release(String region, String serial) {
        Case release = Case.drafted(keyway, LINE, "zhang", region, fields("RELEASE", serial));
        return release.isSubmitted();
    }

    private Case confirmed(String serial) {
        Case loss = report(SHENGZHOU, serial).becomes("SUSPENDED");
        loss.isDoneBy("li", "Task_ConfirmLoss", Map.of("decision", "APPROVE"));
        loss.ownTask("Task_UploadStatement");
        return loss;
    }

    private Case typedIn(String staff, String serial) {
        Map<String, Object> fields = new LinkedHashMap<>(fields("REPORT", serial));
        Person person = keyway.as(staff);
        List<String> consents = new ArrayList<>();
        person.get("/api/lines/loss-unblock/requirements?region=" + SHENGZHOU)
                .expect(200)
                .json()
                .get("consents")
                .forEach(text -> consents.add(
                        text.get("id").asText() + ":" + text.get("version").asText()));
        fields.put("consents", consents);
        String orderNo = person.post(
                        "/api/orders",
                        Map.of("line", LINE, "region", SHENGZHOU, "applicant", "zhang", "fields", fields))
                .expect(201)
                .json()
                .get("orderNo")
                .asText();
        person.post("/api/orders/" + orderNo + "/submission", null).expect(202);
        return Case.known(keyway, LINE, "zhang", orderNo);
    }

    private static Map<String, Object> fields(String operation, String serial) {
        return Map.of("lossOperation", operation, "keySerial", serial, "lossCircumstance", "样例：出差途中遗失");
    }

    private void uploadsTheStatement(Case loss) {
        byte[] pdf = loss.applicant()
                .get(loss.path("/documents/loss-statement.pdf"))
                .expect(200)
                .bytes();
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(loss.tries("Task_UploadStatement", Map.of()).status()).isEqualTo(422);
        loss.attach("loss-statement", Paper.of("loss-statement", formats(loss))).expect(201);
        loss.does("Task_UploadStatement", Map.of());
    }

    private static List<String> formats(Case loss) {
        List<String> formats = new ArrayList<>();
        loss.requirements().get("documents").forEach(document -> {
            if (document.get("type").asText().equals("loss-statement")) {
                document.get("formats").forEach(format -> formats.add(format.asText()));
            }
        });
        return formats;
    }

    /** A key of zhang that was issued, handed over and bound. */
    private String keyInUse() {
        Case order = Case.submitted(keyway, "zhang", "371325", Map.of("deliveryMode", "PICKUP", "freight", ""));
        order.becomes("PENDING_REVIEW").isApproved().becomes("AWAITING_PAYMENT").isPaid();
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("TO_COLLECT");
        order.isDoneBy("feng", "Task_HandOver", Map.of()).does("Task_BindKey", Map.of());
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
        return serial;
    }

    private void isInForce(String serial) {
        assertThat(state(serial)).isEqualTo("ACTIVE");
        assertThat(key(serial).at("/seal/state").asText()).isNotIn("SUSPENDED", "VOID");
        RevocationList list = list();
        assertThat(certificates(serial)).hasSize(2).allSatisfy(each -> {
            assertThat(each.get("state").asText()).isEqualTo("ACTIVE");
            assertThat(list.reasonOf(each.get("serial").asText())).isEmpty();
            assertThat(list.verdictOn(each)).contains("OK").doesNotContain("revoked");
        });
    }

    private void isHeld(String serial) {
        assertThat(state(serial)).isEqualTo("SUSPENDED");
        RevocationList list = list();
        assertThat(certificates(serial)).hasSize(2).allSatisfy(each -> {
            assertThat(each.get("state").asText()).isEqualTo("ON_HOLD");
            assertThat(list.reasonOf(each.get("serial").asText())).isEqualTo("Certificate Hold");
            assertThat(list.verdictOn(each)).contains("certificate revoked");
        });
    }

    private void isRevoked(String serial) {
        assertThat(state(serial)).isEqualTo("REVOKED");
        assertThat(key(serial).at("/seal/state").asText()).isEqualTo("VOID");
        RevocationList list = list();
        assertThat(certificates(serial)).hasSize(2).allSatisfy(each -> {
            assertThat(each.get("state").asText()).isEqualTo("REVOKED");
            assertThat(list.reasonOf(each.get("serial").asText())).isEqualTo("Cessation Of Operation");
        });
    }

    private RevocationList list() {
        return RevocationList.of(keyway);
    }

    private String state(String serial) {
        return key(serial).get("state").asText();
    }

    private JsonNode key(String serial) {
        return keyway.as("zhang").get("/api/keys/" + serial).expect(200).json();
    }

    private List<JsonNode> certificates(String serial) {
        return StreamSupport.stream(key(serial).get("certificates").spliterator(), false)
                .toList();
    }

    /** What the trading system was told about the key, oldest first. */
    private List<String> tradingKnows(String serial) {
        return jdbc.sql("select state from sandbox_key_state where key_serial = ? order by position")
                .param(serial)
                .query(String.class)
                .list();
    }

    private void tells(String message, Case order) {
        keyway.as("admin")
                .post("/engine-rest/message", Map.of("messageName", message, "businessKey", order.orderNo()))
                .expect(200, 204);
    }
}
