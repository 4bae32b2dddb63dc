package org.keyway.payment.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keyway.payment.NoticeReading;
import org.keyway.payment.Trade;
import org.keyway.shared.Notice;

/** Alipay's asynchronous notice: a form post, RSA2 over the sorted parameters without sign and sign_type. */
final class AlipayNotices {

    /** What is worth keeping; the buyer's ids and names are not. */
    private static final List<String> KEPT =
            List.of("notify_id", "notify_time", "out_trade_no", "trade_no", "trade_status", "total_amount");

    private final AlipaySettings settings;

    AlipayNotices(AlipaySettings settings) {
        this.settings = settings;
    }

    NoticeReading read(Notice notice) {
        try {
            Map<String, String> form = form(notice.text());
            if (!isGenuine(form)) {
                return new NoticeReading.Rejected("SIGNATURE");
            }
            if (!settings.appId().equals(form.get("app_id"))
                    || !settings.sellerId().equals(form.get("seller_id"))) {
                return new NoticeReading.Rejected("APP");
            }
            Trade trade = new Trade(
                    state(form.get("trade_status")), Yuan.cents(form.get("total_amount")), form.get("trade_no"));
            String kept = KEPT.stream().map(name -> name + "=" + form.get(name)).collect(Collectors.joining("&"));
            String id = form.getOrDefault("notify_id", "") + "/" + form.get("trade_status");
            return new NoticeReading.Verified(id, form.get("out_trade_no"), trade, kept);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new NoticeReading.Rejected("FORMAT");
        }
    }

    static Trade.State state(String status) {
        return switch (String.valueOf(status)) {
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> Trade.State.PAID;
            case "TRADE_CLOSED" -> Trade.State.CLOSED;
            default -> Trade.State.WAITING;
        };
    }

    private boolean isGenuine(Map<String, String> form) {
        try {
            return "RSA2".equals(form.get("sign_type"))
                    && AlipaySignature.rsaCheckV1(new HashMap<>(form), settings.alipayPublicKey(), "UTF-8", "RSA2");
        } catch (AlipayApiException e) {
            return false;
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (form.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1))) != null) {
                throw new IllegalArgumentException("parameter given twice");
            }
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
