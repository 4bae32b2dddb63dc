package org.keyway.payment.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** WeChat Pay's gateway as WireMock sees it: keeps books, signs what it says. */
class FakeWechat implements ResponseDefinitionTransformerV2 {

    static final String KEY_ID = "PUB_KEY_ID_0000000000000024101100397200000006";

    final Map<String, Map<String, Object>> trades = new HashMap<>();
    final Map<String, Long> refunds = new HashMap<>();
    boolean down;
    private final PrivateKey key;
    private final ObjectMapper json = new ObjectMapper();

    FakeWechat(PrivateKey key) {
        this.key = key;
    }

    @Override
    public String getName() {
        return "wechat";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        if (down) {
            return new ResponseDefinitionBuilder()
                    .withStatus(500)
                    .withBody("{\"message\":\"very private\"}")
                    .build();
        }
        try {
            String path = event.getRequest().getUrl().replaceAll("\\?.*", "");
            String body = event.getRequest().getBodyAsString();
            return answer(path, body.isEmpty() ? json.createObjectNode() : json.readTree(body));
        } catch (Exception e) {
            // checked exceptions of the SDK fail the test that meets them
            throw new IllegalStateException(e);
        }
    }

    private ResponseDefinition answer(String path, JsonNode wanted) throws Exception {
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (last.equals("native")) {
            String number = wanted.path("out_trade_no").asText();
            trades.putIfAbsent(
                    number,
                    new HashMap<>(Map.of(
                            "state",
                            "NOTPAY",
                            "total",
                            wanted.path("amount").path("total").asLong())));
            return say(200, Map.of("code_url", "weixin://wxpay/bizpayurl?pr=" + number));
        }
        if (last.equals("refunds")) {
            return refund(wanted);
        }
        if (last.equals("tradebill")) {
            byte[] csv = bill().getBytes(StandardCharsets.UTF_8);
            return movements().isEmpty()
                    ? say(400, Map.of("code", "NO_STATEMENT_EXIST", "message", "no"))
                    : say(
                            200,
                            Map.of(
                                    "hash_type",
                                    "SHA1",
                                    "hash_value",
                                    HexFormat.of()
                                            .formatHex(MessageDigest.getInstance("SHA-1")
                                                    .digest(csv)),
                                    "download_url",
                                    "https://api.mch.weixin.qq.com/v3/billdownload/file?token=t1"));
        }
        if (last.equals("file")) {
            return new ResponseDefinitionBuilder().withBody(bill()).build();
        }
        boolean closing = last.equals("close");
        String number = closing ? path.replaceAll(".*/out-trade-no/(.*)/close", "$1") : last;
        Map<String, Object> trade = trades.get(number);
        if (trade == null) {
            return say(404, Map.of("code", "ORDER_NOT_EXIST", "message", "no"));
        }
        if (closing) {
            trade.put("state", "CLOSED");
            return say(204, null);
        }
        return say(
                200,
                Map.of(
                        "appid",
                        "wx0000000000000001",
                        "mchid",
                        "1900000001",
                        "out_trade_no",
                        number,
                        "transaction_id",
                        "4200000001",
                        "trade_state",
                        trade.get("state"),
                        "amount",
                        Map.of("total", trade.get("total"))));
    }

    /** Lines of the bill as WeChat Pay writes them: a backtick before every value, 27 columns. */
    private List<String> movements() {
        List<String> lines = new ArrayList<>();
        trades.forEach((number, trade) -> {
            if ("SUCCESS".equals(trade.get("state"))) {
                lines.add(line(number, "SUCCESS", "", (Long) trade.get("total"), 0));
            }
        });
        refunds.forEach((number, cents) -> lines.add(line("", "REFUND", number, 0, cents)));
        return lines;
    }

    private static String line(String paymentNo, String state, String refundNo, long cents, long refunded) {
        String[] columns = new String[27];
        java.util.Arrays.fill(columns, "`");
        columns[6] = "`" + paymentNo;
        columns[9] = "`" + state;
        columns[15] = "`" + refundNo;
        columns[24] = "`" + BigDecimal.valueOf(cents, 2);
        columns[25] = "`" + BigDecimal.valueOf(refunded, 2);
        return String.join(",", columns);
    }

    private String bill() {
        return "\uFEFF交易时间,公众账号ID,商户号\r\n" + String.join("\r\n", movements()) + "\r\n总交易单数,应结订单总金额\r\n`1,`300.01\r\n";
    }

    private ResponseDefinition refund(JsonNode wanted) throws Exception {
        String refundNo = wanted.path("out_refund_no").asText();
        long cents = wanted.path("amount").path("refund").asLong();
        long back = refunds.values().stream().mapToLong(Long::longValue).sum();
        long total = (Long) trades.get(wanted.path("out_trade_no").asText()).get("total");
        if (!refunds.containsKey(refundNo) && back + cents > total) {
            return say(403, Map.of("code", "NOT_ENOUGH", "message", "no"));
        }
        refunds.putIfAbsent(refundNo, cents);
        return say(200, Map.of("out_refund_no", refundNo, "status", "SUCCESS"));
    }

    private ResponseDefinition say(int status, Map<String, Object> content) throws Exception {
        String body = content == null ? "" : json.writeValueAsString(content);
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        return new ResponseDefinitionBuilder()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withHeader("Wechatpay-Serial", KEY_ID)
                .withHeader("Wechatpay-Timestamp", timestamp)
                .withHeader("Wechatpay-Nonce", "n1")
                .withHeader("Wechatpay-Signature", sign(key, timestamp + "\nn1\n" + body + "\n"))
                .withBody(body)
                .build();
    }

    static String sign(PrivateKey key, String text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }
}
