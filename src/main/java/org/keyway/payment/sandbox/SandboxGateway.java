package org.keyway.payment.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.payment.BillLine;
import org.keyway.payment.NoticeReading;
import org.keyway.payment.PaymentGateway;
import org.keyway.payment.PaymentMethod;
import org.keyway.payment.RefundStatus;
import org.keyway.payment.Trade;
import org.keyway.shared.KeywayProperties;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;
import org.keyway.shared.sandbox.SandboxKey;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The sandbox twin of a payment provider: JSON notices with an RSA-SHA256 signature over the raw body. */
@Component
@ConditionalOnBooleanProperty("keyway.demo")
class SandboxGateway implements PaymentGateway {

    static final String PROVIDER = "sandbox";
    static final String APP_ID = "keyway-sandbox-app";
    private static final String PARTNER = "payment";

    private final SandboxBooks books;
    private final SandboxMode mode;
    private final KeywayProperties properties;
    private final SandboxKey key;
    private final ObjectMapper json = new ObjectMapper();

    SandboxGateway(SandboxBooks books, SandboxMode mode, KeywayProperties properties) {
        this.books = books;
        this.mode = mode;
        this.properties = properties;
        this.key = SandboxKey.in(properties.dataDir().resolve("sandbox/payment.key"));
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Set<PaymentMethod> methods() {
        return EnumSet.complementOf(EnumSet.of(PaymentMethod.BANK_TRANSFER));
    }

    @Override
    public String open(Attempt attempt) {
        return mode.call(PARTNER, "open", () -> {
            books.open(attempt.paymentNo(), attempt.amountCents());
            return properties.publicUrl() + "/cashier/" + attempt.paymentNo();
        });
    }

    @Override
    public Trade query(String paymentNo) {
        return mode.call(PARTNER, "query", () -> books.find(paymentNo).orElseGet(() -> Trade.of(Trade.State.UNKNOWN)));
    }

    @Override
    public void close(String paymentNo) {
        mode.call(PARTNER, "close", () -> {
            books.move(paymentNo, Trade.State.CLOSED);
            return paymentNo;
        });
    }

    @Override
    public RefundStatus refund(RefundCall call) {
        return mode.call(PARTNER, "refund", () -> {
            if (books.isRefunded(call.refundNo())) {
                return RefundStatus.DONE;
            }
            long left = books.find(call.paymentNo())
                            .filter(trade -> trade.state() == Trade.State.PAID)
                            .map(Trade::amountCents)
                            .orElse(0L)
                    - books.refundedCents(call.paymentNo());
            if (call.amountCents() > left) {
                return RefundStatus.REFUSED;
            }
            books.refund(call.refundNo(), call.paymentNo(), call.amountCents());
            return RefundStatus.DONE;
        });
    }

    @Override
    public Optional<List<BillLine>> bill(LocalDate day) {
        return Optional.of(mode.call(PARTNER, "bill", () -> books.bill(day)));
    }

    @Override
    public NoticeReading read(Notice notice) {
        if (!key.isGenuine(notice.body(), notice.header("X-Sandbox-Signature"))) {
            return new NoticeReading.Rejected("SIGNATURE");
        }
        try {
            JsonNode body = json.readTree(notice.body());
            if (!APP_ID.equals(body.path("appId").asText())) {
                return new NoticeReading.Rejected("APP");
            }
            Trade trade = new Trade(
                    Trade.State.valueOf(body.path("outcome").asText()),
                    body.path("amountCents").asLong(),
                    body.path("tradeNo").asText());
            return new NoticeReading.Verified(
                    body.path("noticeId").asText(), body.path("paymentNo").asText(), trade, body.toString());
        } catch (IOException | IllegalArgumentException e) {
            return new NoticeReading.Rejected("FORMAT");
        }
    }

    @Override
    public NoticeAnswer answer(boolean accepted) {
        return NoticeAnswer.text(accepted ? 200 : 400, accepted ? "success" : "failure");
    }

    /** A notice as the provider would write it. */
    Notice write(Map<String, Object> fields, SandboxKey signer) {
        try {
            byte[] body = json.writeValueAsBytes(fields);
            return new Notice(Map.of("X-Sandbox-Signature", signer.sign(body)), body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    SandboxKey key() {
        return key;
    }
}
