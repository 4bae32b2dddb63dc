package org.keyway.payment.alipay;

import com.alipay.api.internal.util.AlipaySignature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Alipay's gateway as WireMock sees it: keeps books, signs what it says. */
class FakeAlipay implements ResponseDefinitionTransformerV2 {

    final Map<String, Map<String, Object>> trades = new HashMap<>();
    final Map<String, Long> refunds = new HashMap<>();
    String address = "";
    boolean down;
    private final String privateKey;
    private final ObjectMapper json = new ObjectMapper();

    FakeAlipay(String privateKey) {
        this.privateKey = privateKey;
    }

    @Override
    public String getName() {
        return "alipay";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        if (down) {
            return new ResponseDefinitionBuilder()
                    .withStatus(500)
                    .withBody("very private")
                    .build();
        }
        try {
            if (event.getRequest().getUrl().startsWith("/bill.zip")) {
                return new ResponseDefinitionBuilder()
                        .withHeader("Content-Type", "application/zip")
                        .withBody(zip())
                        .build();
            }
            String method = event.getRequest().queryParameter("method").firstValue();
            JsonNode wanted = json.readTree(parameter(event.getRequest().getBodyAsString(), "biz_content"));
            String body = json.writeValueAsString(answer(method, wanted));
            String sign = AlipaySignature.rsaSign(body, privateKey, "UTF-8", "RSA2");
            String name = method.replace('.', '_') + "_response";
            return new ResponseDefinitionBuilder()
                    .withHeader("Content-Type", "text/html;charset=utf-8")
                    .withBody("{\"" + name + "\":" + body + ",\"sign\":\"" + sign + "\"}")
                    .build();
        } catch (Exception e) {
            // checked exceptions of the SDK fail the test that meets them
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> answer(String method, JsonNode wanted) {
        String number = wanted.path("out_trade_no").asText();
        Map<String, Object> trade = trades.get(number);
        if (method.equals("alipay.trade.precreate")) {
            trades.putIfAbsent(
                    number,
                    new HashMap<>(Map.of(
                            "status",
                            "WAIT_BUYER_PAY",
                            "amount",
                            wanted.path("total_amount").asText())));
            return ok(Map.of("out_trade_no", number, "qr_code", "https://qr.alipay.example/" + number));
        }
        if (method.equals("alipay.data.dataservice.bill.downloadurl.query")) {
            return bill().isEmpty()
                    ? business("isp.bill_not_exist")
                    : ok(Map.of("bill_download_url", address + "/bill.zip?token=t1"));
        }
        if (trade == null) {
            return business("ACQ.TRADE_NOT_EXIST");
        }
        return switch (method) {
            case "alipay.trade.query" ->
                ok(Map.of(
                        "out_trade_no",
                        number,
                        "trade_no",
                        "2026112122001",
                        "trade_status",
                        trade.get("status"),
                        "total_amount",
                        trade.get("amount")));
            case "alipay.trade.close" -> {
                trade.put("status", "TRADE_CLOSED");
                yield ok(Map.of("out_trade_no", number));
            }
            default -> refund(wanted, trade);
        };
    }

    /** Lines of the detail file as Alipay writes them, 25 columns each. */
    private List<String> bill() {
        List<String> lines = new ArrayList<>();
        trades.forEach((number, trade) -> {
            if ("TRADE_SUCCESS".equals(trade.get("status"))) {
                lines.add(line(number, (String) trade.get("amount"), ""));
            }
        });
        refunds.forEach((number, cents) -> lines.add(line("", "-" + Yuan.text(cents), number)));
        return lines;
    }

    private static String line(String paymentNo, String amount, String refundNo) {
        String[] columns = new String[25];
        java.util.Arrays.fill(columns, "");
        columns[0] = "2026112122001\t";
        columns[1] = paymentNo + "\t";
        columns[11] = amount;
        columns[21] = refundNo;
        return String.join(",", columns);
    }

    private byte[] zip() throws java.io.IOException {
        java.nio.charset.Charset charset = java.nio.charset.Charset.forName("GB18030");
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(out, charset)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("20881_业务明细.csv"));
            zip.write(("#支付宝业务明细查询\n支付宝交易号,商户订单号,业务类型\n" + String.join("\n", bill()) + "\n#结束\n").getBytes(charset));
            zip.putNextEntry(new java.util.zip.ZipEntry("20881_业务明细(汇总).csv"));
            zip.write("门店编号,门店名称,交易订单总笔数\n合计,,1\n".getBytes(charset));
        }
        return out.toByteArray();
    }

    private Map<String, Object> refund(JsonNode wanted, Map<String, Object> trade) {
        String refundNo = wanted.path("out_request_no").asText();
        long cents = Yuan.cents(wanted.path("refund_amount").asText());
        long back = refunds.values().stream().mapToLong(Long::longValue).sum();
        if (!refunds.containsKey(refundNo) && back + cents > Yuan.cents((String) trade.get("amount"))) {
            return business("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL");
        }
        boolean fresh = refunds.putIfAbsent(refundNo, cents) == null;
        return ok(Map.of("fund_change", fresh ? "Y" : "N", "refund_fee", Yuan.text(cents)));
    }

    private static Map<String, Object> ok(Map<String, Object> content) {
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("code", "10000", "msg", "Success"));
        answer.putAll(content);
        return answer;
    }

    private static Map<String, Object> business(String code) {
        return Map.of("code", "40004", "msg", "Business Failed", "sub_code", code, "sub_msg", "no");
    }

    private static String parameter(String form, String name) {
        for (String pair : form.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "{}";
    }
}
