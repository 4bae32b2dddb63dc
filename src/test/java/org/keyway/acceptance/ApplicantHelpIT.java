package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What spares applicants work and worry: approved papers again, will it arrive in time, what is refunded. */
class ApplicantHelpIT extends RunningKeyway {

    private static final String SHENGZHOU = "330683";
    private static final String FEIXIAN = "371325";
    private static final String OFFERS = "/api/lines/new-issuance/reusable-papers?region=" + SHENGZHOU
            + "&holderType=ORGANIZATION&lockKind=MAIN&years=1&quantity=1&deliveryMode=MAIL";

    private static final Map<String, Object> OWN = Map.of(
            "organizationName", "样例工程咨询有限公司",
            "organizationNameConfirm", "样例工程咨询有限公司",
            "uscc", "91330781MA0TE5T16G",
            "usccConfirm", "91330781MA0TE5T16G");

    @AfterEach
    void clock() {
        keyway.clockIsReset();
    }

    @Test
    void whoFilesForTwoCompaniesIsOfferedThePapersOfBothByName() {
        for (Map<String, Object> company : List.of(OWN, Map.<String, Object>of())) {
            Case.submitted(keyway, "zhao", SHENGZHOU, company).isApproved().becomes("AWAITING_PAYMENT");
        }
        Person zhao = keyway.as("zhao");
        assertThat(holders(zhao, OFFERS)).contains("样例工程咨询有限公司", "测试建设有限公司");
        assertThat(zhao.get(OFFERS.replace("new-issuance", "change"))
                        .expect(200)
                        .json()
                        .findValuesAsText("type"))
                .as("a change needs the licence after it")
                .contains("handler-id")
                .doesNotContain("business-licence");
    }

    private static List<String> holders(Person person, String offers) {
        return StreamSupport.stream(person.get(offers).expect(200).json().spliterator(), false)
                .filter(offer -> offer.get("type").asText().equals("business-licence"))
                .map(offer -> offer.get("holder").asText())
                .toList();
    }

    @Test
    void approvedPapersAreUsedAgainForTheDaysOfThePolicy() {
        Person zhao = keyway.as("zhao");
        Case first = Case.submitted(keyway, "zhao", SHENGZHOU, OWN).becomes("PENDING_REVIEW");
        assertThat(offered(zhao, first.orderNo())).as("not approved yet").isZero();
        first.isApproved().becomes("AWAITING_PAYMENT");
        JsonNode licence = offer(zhao, "business-licence");
        assertThat(licence.get("orderNo").asText()).isEqualTo(first.orderNo());
        assertThat(zhao.get(OFFERS).json().findValuesAsText("type")).doesNotContain("application-form");
        assertThat(offered(keyway.as("qian"), first.orderNo())).isZero();
        keyway.anonymous().get(OFFERS).expect(401);

        Map<String, Object> given = Map.of("id", licence.get("id").asText(), "type", "business-licence");
        String draft = draft(zhao, Map.of("uscc", "91330781MA0TE5T16G"));
        zhao.post(
                        "/api/orders/" + draft + "/attachments/reuse",
                        Map.of("id", licence.get("id").asText(), "type", "handler-id"))
                .expect(404);
        JsonNode saved = zhao.post("/api/orders/" + draft + "/attachments/reuse", given)
                .expect(201)
                .json();
        assertThat(saved.get("reusedFrom").asText()).isEqualTo(first.orderNo());
        JsonNode paper = zhao.get("/api/orders/" + draft).json().at("/attachments/0");
        assertThat(paper.get("sha256").asText()).isEqualTo(saved.get("sha256").asText());
        assertThat(zhao.get("/api/orders/" + draft + "/attachments/"
                                + saved.get("id").asText())
                        .expect(200)
                        .text())
                .startsWith("%PDF");

        String foreign = draft(zhao, Map.of("uscc", "91330683MA0TE5T08D"));
        assertThat(zhao.post("/api/orders/" + foreign + "/attachments/reuse", given)
                        .expect(422)
                        .text())
                .contains("另一个单位");
        keyway.as("qian")
                .post("/api/orders/" + draft + "/attachments/reuse", given)
                .expect(404);
        String stranger = draft(keyway.as("zhang"), Map.of());
        keyway.as("zhang")
                .post("/api/orders/" + stranger + "/attachments/reuse", given)
                .expect(404);

        keyway.clockAdvances("P181D");
        assertThat(offered(zhao, first.orderNo())).as("too old").isZero();
        zhao.post("/api/orders/" + foreign + "/attachments/reuse", given).expect(404);
    }

    @Test
    void saysWhetherItArrivesInTimeAndProposesToCollect() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        JsonNode early = arrival(SHENGZHOU, today.plusDays(90));
        assertThat(early.get("verdict").asText()).isEqualTo("IN_TIME");
        assertThat(arrival(SHENGZHOU, today.plusDays(1)).get("verdict").asText())
                .isEqualTo("LATE");
        LocalDate day = today.plusDays(1);
        while (arrival(FEIXIAN, day).get("hint").isNull() && day.isBefore(today.plusDays(30))) {
            day = day.plusDays(1);
        }
        assertThat(arrival(FEIXIAN, day).get("hint").asText()).contains("现场领取");
        keyway.anonymous()
                .get("/api/lines/new-issuance/arrival?region=" + SHENGZHOU)
                .expect(204);
        Case order = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of("bidOpeningAt", day + "T09:30"));
        assertThat(order.applicant()
                        .send("GET", "/orders/" + order.orderNo(), null, Map.of("Accept", "text/html"))
                        .text())
                .contains("赶得上开标吗");
    }

    @Test
    void saysWhatIsRefundedBeforeAnythingIsPaid() {
        Case order = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of()).isApproved();
        String payment = order.becomes("AWAITING_PAYMENT").opensPayment();
        for (String page : new String[] {"/cashier/" + payment, "/orders/" + order.orderNo(), "/help/new-issuance"}) {
            assertThat(order.applicant()
                            .send("GET", page, null, Map.of("Accept", "text/html"))
                            .text())
                    .as(page)
                    .contains("退费规则", "全额", "50%", "不退");
        }
    }

    private JsonNode arrival(String region, LocalDate opening) {
        return keyway.anonymous()
                .get("/api/lines/new-issuance/arrival?deliveryMode=MAIL&region=" + region + "&bidOpeningAt=" + opening
                        + "T09:30")
                .expect(200)
                .json();
    }

    private static String draft(Person person, Map<String, Object> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.putAll(Map.of("holderType", "ORGANIZATION", "lockKind", "MAIN"));
        return person.post("/api/orders", Map.of("line", "new-issuance", "region", SHENGZHOU, "fields", all))
                .expect(201)
                .json()
                .get("orderNo")
                .asText();
    }

    private static JsonNode offer(Person person, String type) {
        return StreamSupport.stream(person.get(OFFERS).expect(200).json().spliterator(), false)
                .filter(offer -> offer.get("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static long offered(Person person, String orderNo) {
        return person.get(OFFERS).expect(200).json().findValuesAsText("orderNo").stream()
                .filter(orderNo::equals)
                .count();
    }
}
