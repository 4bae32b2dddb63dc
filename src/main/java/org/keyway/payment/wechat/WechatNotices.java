package org.keyway.payment.wechat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RSAPublicKeyNotificationConfig;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.refund.model.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.keyway.payment.NoticeReading;
import org.keyway.payment.RefundStatus;
import org.keyway.payment.Trade;
import org.keyway.shared.Notice;

/** WeChat's notice: signature over timestamp, nonce and body; the resource is AES-256-GCM under the API v3 key. */
final class WechatNotices {

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final WechatSettings settings;
    private final NotificationParser parser;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    WechatNotices(WechatSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.parser = new NotificationParser(new RSAPublicKeyNotificationConfig.Builder()
                .publicKeyId(settings.publicKeyId())
                .publicKey(settings.publicKey())
                .apiV3Key(settings.apiV3Key())
                .build());
    }

    NoticeReading read(Notice notice) {
        if (!isFresh(notice.header("Wechatpay-Timestamp"))) {
            return new NoticeReading.Rejected("SIGNATURE");
        }
        try {
            Transaction transaction = parser.parse(parameters(notice), Transaction.class);
            if (!settings.appId().equals(transaction.getAppid())
                    || !settings.merchantId().equals(transaction.getMchid())) {
                return new NoticeReading.Rejected("APP");
            }
            String id = json.readTree(notice.text()).path("id").asText();
            Trade trade = trade(transaction);
            String kept = "id=%s&out_trade_no=%s&transaction_id=%s&trade_state=%s&total=%d"
                    .formatted(
                            id,
                            transaction.getOutTradeNo(),
                            transaction.getTransactionId(),
                            transaction.getTradeState(),
                            trade.amountCents());
            return new NoticeReading.Verified(id, transaction.getOutTradeNo(), trade, kept);
        } catch (JsonProcessingException | RuntimeException e) {
            return new NoticeReading.Rejected("SIGNATURE");
        }
    }

    static Trade trade(Transaction transaction) {
        Trade.State state =
                switch (transaction.getTradeState()) {
                    case SUCCESS, REFUND -> Trade.State.PAID;
                    case CLOSED, REVOKED -> Trade.State.CLOSED;
                    case PAYERROR -> Trade.State.REFUSED;
                    default -> Trade.State.WAITING;
                };
        long cents = transaction.getAmount() == null || transaction.getAmount().getTotal() == null
                ? 0
                : transaction.getAmount().getTotal();
        return new Trade(state, cents, transaction.getTransactionId());
    }

    static RefundStatus refund(Status status) {
        return switch (status) {
            case SUCCESS -> RefundStatus.DONE;
            case PROCESSING -> RefundStatus.PENDING;
            default -> RefundStatus.REFUSED;
        };
    }

    private boolean isFresh(String seconds) {
        return seconds.matches("\\d{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), clock.instant())
                                .abs()
                                .compareTo(SKEW)
                        <= 0;
    }

    private static RequestParam parameters(Notice notice) {
        return new RequestParam.Builder()
                .serialNumber(notice.header("Wechatpay-Serial"))
                .timestamp(notice.header("Wechatpay-Timestamp"))
                .nonce(notice.header("Wechatpay-Nonce"))
                .signature(notice.header("Wechatpay-Signature"))
                .body(notice.text())
                .build();
    }
}
