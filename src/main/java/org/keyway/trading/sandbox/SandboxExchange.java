package org.keyway.trading.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.keyway.shared.KeywayProperties;
import org.keyway.shared.Notice;
import org.keyway.shared.sandbox.SandboxKey;
import org.keyway.trading.KeyState;
import org.keyway.trading.NewsFormat;
import org.keyway.trading.TradingNews;
import org.keyway.trading.TradingSystem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The sandbox twin of the trading system: JSON notices with an RSA-SHA256 signature over the raw body. */
@Component
@ConditionalOnBooleanProperty("keyway.demo")
class SandboxExchange implements TradingSystem {

    private static final String PARTNER = "trading";

    private final SandboxBooks books;
    private final SandboxMode mode;
    private final SandboxKey key;
    private final ObjectMapper json = new ObjectMapper();

    SandboxExchange(SandboxBooks books, SandboxMode mode, KeywayProperties properties) {
        this.books = books;
        this.mode = mode;
        this.key = SandboxKey.in(properties.dataDir().resolve("sandbox/trading.key"));
    }

    @Override
    public boolean isCreditApproved(String account) {
        return mode.call(PARTNER, "credit", () -> books.isApproved(account));
    }

    @Override
    public void requestBinding(String requestNo, String orderNo, List<String> keySerials) {
        mode.call(PARTNER, "binding", () -> {
            books.request(requestNo, keySerials);
            return requestNo;
        });
    }

    @Override
    public void tellKeyState(String noticeNo, String orderNo, String keySerial, KeyState state) {
        mode.call(PARTNER, "key-state", () -> {
            books.keyState(noticeNo, keySerial, state.name());
            return noticeNo;
        });
    }

    @Override
    public TradingNews read(Notice notice) {
        return key.isGenuine(notice.body(), notice.header("X-Sandbox-Signature"))
                ? NewsFormat.read(notice.body())
                : new TradingNews.Rejected("SIGNATURE");
    }

    /** A notice as the trading system would write it. */
    Notice write(Map<String, Object> fields) {
        try {
            byte[] body = json.writeValueAsBytes(fields);
            return new Notice(Map.of("X-Sandbox-Signature", key.sign(body)), body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
