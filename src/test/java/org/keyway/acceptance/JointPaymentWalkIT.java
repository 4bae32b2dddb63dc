package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One handler applies for several companies of a group and pays once, by the contract alone. */
class JointPaymentWalkIT extends RunningKeyway {

    private static final String SHENGZHOU = "330683";
    private static final String LANXI = "330781";
    private static final Map<String, Object> SISTER = Map.of(
            "organizationName", "样例集团路桥有限公司",
            "organizationNameConfirm", "样例集团路桥有限公司",
            "uscc", "91330781MA0TE5T18N",
            "usccConfirm", "91330781MA0TE5T18N");

    @AfterEach
    void theClockIsRight() {
        keyway.clockIsReset();
    }

    @Test
    void oneCashierPaysForTwoCompaniesAndEachHasItsOwnMoney() {
        Case first = awaitingPayment(SHENGZHOU, Map.of());
        Case sister = awaitingPayment(SHENGZHOU, sister(Map.of("quantity", 2)));
        Person zhang = keyway.as("zhang");
        assertThat(zhang.get("/orders?tab=PAY").expect(200).text())
                .contains("合并支付勾选的办件", "value=\"" + sister.orderNo() + "\"");
        assertThat(zhang.get("/orders/payment?orderNos=" + first.orderNo() + "&orderNos=" + sister.orderNo())
                        .expect(200)
                        .text())
                .contains("样例集团路桥有限公司", "¥900.00");

        JsonNode joint = together("SANDBOX", first, sister).expect(201).json();
        String paymentNo = joint.get("paymentNo").asText();
        assertThat(joint.get("amountCents").asLong()).isEqualTo(90000);
        assertThat(keyway.as("zhao").get("/cashier/" + paymentNo).status()).isEqualTo(404);
        assertThat(keyway.as("zhao").get("/api/payments/" + paymentNo).status()).isEqualTo(404);
        assertThat(zhang.get("/cashier/" + paymentNo).expect(200).text())
                .contains("2 个办件合并支付", first.orderNo(), sister.orderNo());
        pays(paymentNo);

        first.becomes("TO_PROCESS");
        sister.becomes("TO_PROCESS");
        assertThat(first.read().at("/payment/amountCents").asLong()).isEqualTo(30000);
        assertThat(sister.read().at("/payment/amountCents").asLong()).isEqualTo(60000);
        assertThat(sister.read().at("/payment/jointPaymentNo").asText()).isEqualTo(paymentNo);
        String csv = new String(
                zhang.get("/orders/export.csv?q=" + sister.orderNo())
                        .expect(200)
                        .bytes(),
                StandardCharsets.UTF_8);
        assertThat(csv).contains("合并支付单号", paymentNo);

        sister.applicant().delete(sister.path("")).expect(200, 202, 204);
        sister.becomes("CANCELLED");
        Keyway.eventually(
                () -> sister.read().at("/payment/refundedCents").asLong() == 60000 ? true : null, sister::explain);
        JsonNode payment = zhang.get("/api/payments/" + paymentNo).expect(200).json();
        assertThat(payment.get("refundedCents").asLong()).isEqualTo(60000);
        assertThat(first.read().at("/payment/refundedCents").asLong()).isZero();
        assertThat(first.read().get("status").asText()).isEqualTo("TO_PROCESS");
        assertThat(zhang.get("/cashier/" + paymentNo).expect(200).text()).contains("已退款");
    }

    @Test
    void anOrderThatExpiresGetsItsShareBack() {
        Case early = awaitingPayment(SHENGZHOU, Map.of());
        keyway.clockAdvances("P5D");
        Case late = awaitingPayment(SHENGZHOU, sister(Map.of()));
        String paymentNo = together("SANDBOX", early, late)
                .expect(201)
                .json()
                .get("paymentNo")
                .asText();
        keyway.clockAdvances("P3D");
        early.becomes("EXPIRED");
        late.becomes("AWAITING_PAYMENT");
        assertThat(keyway.as("zhang").get("/cashier/" + paymentNo).expect(200).text())
                .contains("这笔合并支付不再收款");
        Answer refusal = pay("SANDBOX", early, late);
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.text()).contains(early.orderNo());
        pays(paymentNo);
        late.becomes("TO_PROCESS");
        Keyway.eventually(
                () -> early.read().at("/payment/refundedCents").asLong() == 30000 ? true : null, early::explain);
        early.becomes("EXPIRED").message("refunded");
        assertThat(late.read().at("/payment/refundedCents").asLong()).isZero();
    }

    @Test
    void oneTransferWithOneRemarkIsHandedInAndMatchedOnce() {
        Case first = awaitingPayment(LANXI, Map.of());
        Case sister = awaitingPayment(LANXI, sister(Map.of()));
        JsonNode joint = together("BANK_TRANSFER", first, sister).expect(201).json();
        assertThat(joint.get("remarkCode").asText()).matches("HB\\d{14}");
        assertThat(keyway.as("zhang").get(first.path("").replace("/api", "")).text())
                .contains("这笔汇款同时支付办件", joint.get("remarkCode").asText());
        sister.attach("remittance-slip", Paper.pdf()).expect(201);
        sister.does("Task_Pay", Map.of()).becomes("REMITTANCE_CHECK");
        first.becomes("REMITTANCE_CHECK");
        first.isDoneBy("wang", "Task_ConfirmRemittance", Map.of("decision", "RETURN", "reason", "实收少 100 元"));
        for (Case order : List.of(first, sister)) {
            order.becomes("AWAITING_PAYMENT").message("remittance_problem");
        }
        first.does("Task_Pay", Map.of()).becomes("REMITTANCE_CHECK");
        sister.becomes("REMITTANCE_CHECK").isDoneBy("wang", "Task_ConfirmRemittance", Map.of("decision", "APPROVE"));
        for (Case order : List.of(first, sister)) {
            order.message("paid");
            assertThat(order.read().at("/payment/status").asText()).isEqualTo("PAID");
            assertThat(order.read().at("/payment/amountCents").asLong())
                    .isEqualTo(order.requirements().get("feeCents").asLong());
            assertThat(order.read().get("attachments").toString()).contains("remittance-slip");
        }
    }

    @Test
    void aStatementOfTheBankPaysBothAndWhatIsUnknownWaitsForFinance() {
        Case first = awaitingPayment(LANXI, Map.of());
        Case sister = awaitingPayment(LANXI, sister(Map.of()));
        String remark = together("BANK_TRANSFER", first, sister)
                .expect(201)
                .json()
                .get("remarkCode")
                .asText();
        assertThat(keyway.as("li").get("/desk/statement").status()).isEqualTo(403);
        Person wang = keyway.as("wang");
        long cents = first.requirements().get("feeCents").asLong()
                + sister.requirements().get("feeCents").asLong();
        String unknown = "来历不明" + first.orderNo().substring(10);
        String rows = "2026-11-21,样例集团,%d.%02d,锁款 %s\n2026-11-21,%s,1.00,\n"
                .formatted(cents / 100, cents % 100, remark, unknown);
        for (int time = 0; time < 2; time++) {
            bring(wang, "日期,对方户名,金额,附言\n" + rows);
        }
        for (Case order : List.of(first, sister)) {
            order.message("paid");
            assertThat(order.read().at("/payment/amountCents").asLong())
                    .isEqualTo(order.requirements().get("feeCents").asLong());
        }
        Element row =
                Jsoup.parse(wang.get("/desk/statement").expect(200).text()).selectFirst("tr:contains(" + unknown + ")");
        assertThat(row.text()).contains("款项不明");
        wang.send(
                        "POST",
                        row.selectFirst("form[action$=return]").attr("action"),
                        "note=R20261121",
                        Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .expect(302);
        assertThat(wang.get("/desk/statement").expect(200).text()).doesNotContain(unknown);
    }

    private static void bring(Person finance, String csv) {
        finance.upload(
                        "/desk/statement",
                        "remittance",
                        new Paper("statement.csv", "text/csv", csv.getBytes(Charset.forName("GB18030"))))
                .expect(302);
    }

    @Test
    void theNextCompanyStartsWithTheSameHandler() {
        Case first = Case.drafted(keyway, "zhang", SHENGZHOU, Map.of());
        JsonNode known = keyway.as("zhang")
                .get("/api/lines/new-issuance/prefill?from=" + first.orderNo())
                .expect(200)
                .json();
        assertThat(known.toString()).contains("张测试", "样例路1号测试大厦8楼").doesNotContain("测试建设有限公司", "91330683MA0TE5T08D");
    }

    private Case awaitingPayment(String region, Map<String, Object> fields) {
        return Case.submitted(keyway, "zhang", region, fields)
                .becomes("PENDING_REVIEW")
                .isApproved()
                .becomes("AWAITING_PAYMENT");
    }

    private static Map<String, Object> sister(Map<String, Object> more) {
        Map<String, Object> fields = new java.util.LinkedHashMap<>(SISTER);
        fields.putAll(more);
        return fields;
    }

    private Answer together(String method, Case... orders) {
        Arrays.stream(orders).forEach(order -> order.ownTask("Task_Pay"));
        return pay(method, orders);
    }

    private Answer pay(String method, Case... orders) {
        List<String> numbers = Arrays.stream(orders).map(Case::orderNo).toList();
        return keyway.as("zhang").post("/api/payments", Map.of("orderNos", numbers, "method", method));
    }

    private void pays(String paymentNo) {
        keyway.as("wang")
                .post("/sandbox/payments/" + paymentNo, Map.of("outcome", "PAID", "repeat", 2))
                .expect(200, 201, 202, 204);
    }
}
