package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tax platform refuses an invoice: finance reads why, corrects what was filled in wrongly, or settles it outside. */
class InvoiceWalkIT extends RunningKeyway {

    private static final String STEP = "Task_FixInvoice";
    private static final String WRONG = "91330683MA0TE5T08X";
    private static final String RIGHT = "91330683MA0TE5T08D";

    @Test
    void aWrongTaxNumberIsCorrectedAndTheInvoiceIssued() {
        Case order = refused();
        assertThat(sheet(order)).contains("纳税人识别号有误，请与营业执照核对", "测试建设有限公司", WRONG);
        assertThat(page(order)).contains("纳税人识别号有误").doesNotContain("检测您的电脑");
        corrects("feng", order, Map.of("invoiceTaxNumber", RIGHT)).expect(403);
        corrects("wang", order, Map.of("invoiceTaxNumber", "9133 0683")).expect(302);
        assertThat(order.read().at("/fields/invoiceTaxNumber").asText()).isEqualTo(WRONG);
        corrects("wang", order, Map.of("invoiceTaxNumber", RIGHT, "invoiceTitle", "测试建设有限公司嵊州分公司", "uscc", "1"))
                .expect(302);
        order.isDoneBy("wang", STEP, Map.of("decision", "RETRY"));
        order.message("invoice_ready");
        assertThat(invoice(order)).isEqualTo("ISSUED");
        assertThat(order.read().at("/invoice/title").asText()).isEqualTo("测试建设有限公司嵊州分公司");
        assertThat(order.read().at("/fields/invoiceTaxNumber").asText()).isEqualTo(RIGHT);
        assertThat(order.read().at("/fields/uscc").asText()).isEqualTo("91330683MA0TE5T08D");
        corrects("wang", order, Map.of("invoiceTaxNumber", WRONG)).expect(302);
        assertThat(order.read().at("/fields/invoiceTaxNumber").asText()).isEqualTo(RIGHT);
    }

    @Test
    void whatCannotBeIssuedIsSettledOutside() {
        Case order = refused();
        order.isDoneBy("wang", STEP, Map.of("decision", "ABORT", "reason", "已开纸质发票当面交付"))
                .becomes("COMPLETED");
        assertThat(invoice(order)).isEqualTo("FAILED");
        assertThat(order.read().get("history").toString()).contains("已开纸质发票当面交付");
        assertThat(page(order)).contains("财务已另行处理").doesNotContain("财务处理中", "识别号有误");
        corrects("wang", order, Map.of("invoiceTaxNumber", RIGHT)).expect(302);
        assertThat(order.read().at("/fields/invoiceTaxNumber").asText())
                .as("the order is over")
                .isEqualTo(WRONG);
    }

    @Test
    void anInvoiceRefusedAtPaymentIsAskedForAgainAtTheEnd() {
        Case order = Case.submitted(keyway, "zhang", "150600", Map.of("invoiceTaxNumber", WRONG, "freight", "COLLECT"))
                .becomes("AWAITING_PAYMENT")
                .isPaid()
                .becomes("PENDING_REVIEW");
        Keyway.eventually(
                () -> invoice(order).equals("FAILED") ? order : null, () -> "the invoice is " + invoice(order));
        assertThat(page(order)).contains("办结前会再次申请").doesNotContain("财务处理中", "识别号有误");
        corrects("wang", order, Map.of("invoiceTaxNumber", RIGHT)).expect(302);
        assertThat(order.read().at("/fields/invoiceTaxNumber").asText())
                .as("nobody is asked yet")
                .isEqualTo(WRONG);
        sent(order.isApproved().becomes("TO_PROCESS"));
        order.does("Task_BindKey", Map.of());
        keyway.as("chu")
                .post("/sandbox/trading/" + order.orderNo(), Map.of("binding", "ACCEPTED"))
                .expect(200, 201, 202, 204);
        order.staffTask("wang", STEP);
        assertThat(page(order.becomes("EXCEPTION"))).contains("财务处理中", "识别号有误");
        corrects("wang", order, Map.of("invoiceTaxNumber", RIGHT)).expect(302);
        order.isDoneBy("wang", STEP, Map.of("decision", "RETRY")).becomes("COMPLETED");
        assertThat(invoice(order)).isEqualTo("ISSUED");
    }

    private static String invoice(Case order) {
        return order.read().at("/invoice/status").asText();
    }

    private static String page(Case order) {
        return order.applicant().get("/orders/" + order.orderNo()).expect(200).text();
    }

    private String sheet(Case order) {
        return keyway.as("wang")
                .get("/desk/orders/" + order.orderNo() + "/sheet")
                .expect(200)
                .text();
    }

    private Answer corrects(String account, Case order, Map<String, String> form) {
        String typed = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return keyway.as(account).post("/desk/orders/" + order.orderNo() + "/invoice?" + typed, null);
    }

    private Case refused() {
        Case order = Case.submitted(keyway, "zhang", "330683", Map.of("invoiceTaxNumber", WRONG))
                .becomes("PENDING_REVIEW");
        order.isApproved().becomes("AWAITING_PAYMENT").isPaid().becomes("TO_PROCESS");
        sent(order);
        order.does("Task_BindKey", Map.of());
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"));
        order.staffTask("wang", STEP);
        return order.becomes("EXCEPTION").waitsFor("finance");
    }

    private static void sent(Case order) {
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("TO_SHIP");
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        order.courierSays("PICKED_UP", "DELIVERED").does("Task_ConfirmReceipt", Map.of());
    }
}
