package org.keyway.trading.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.keyway.shared.Notice;
import org.keyway.trading.KeyState;
import org.keyway.trading.NewsFormat;
import org.keyway.trading.TradingFailure;
import org.keyway.trading.TradingNews;
import org.keyway.trading.TradingSystem;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks the trading system by signed JSON: POST /credit-standings, /bindings and /key-states under its address. */
class HttpTradingSystem implements TradingSystem {

    private static final String NOTICES = "POST\n/api/trading/notifications";
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final TradingSettings settings;
    private final Clock clock;
    private final RestClient http;
    private final ObjectMapper json = new ObjectMapper();

    HttpTradingSystem(TradingSettings settings, Clock clock) {
        if (settings.secret().isBlank()) {
            throw new IllegalStateException("Setting keyway.trading.http.secret is missing");
        }
        this.settings = settings;
        this.clock = clock;
        SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(Duration.ofSeconds(3));
        factory.setReadTimeout(Duration.ofSeconds(10));
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    @Override
    public boolean isCreditApproved(String account) {
        JsonNode approved =
                call("/credit-standings", Map.of("account", account)).path("approved");
        if (!approved.isBoolean()) {
            throw new TradingFailure("trading", "credit", "unreadable answer");
        }
        return approved.asBoolean();
    }

    @Override
    public void requestBinding(String requestNo, String orderNo, List<String> keySerials) {
        JsonNode answer =
                call("/bindings", Map.of("requestNo", requestNo, "orderNo", orderNo, "keySerials", keySerials));
        if (!"RECEIVED".equals(answer.path("status").asText())) {
            throw new TradingFailure("trading", "binding", "unreadable answer");
        }
    }

    @Override
    public void tellKeyState(String noticeNo, String orderNo, String keySerial, KeyState state) {
        JsonNode answer = call(
                "/key-states",
                Map.of("noticeNo", noticeNo, "orderNo", orderNo, "keySerial", keySerial, "state", state.name()));
        if (!"RECEIVED".equals(answer.path("status").asText())) {
            throw new TradingFailure("trading", "key-state", "unreadable answer");
        }
    }

    @Override
    public TradingNews read(Notice notice) {
        String timestamp = notice.header("X-Timestamp");
        String expected =
                TradingSignature.of(settings.secret(), NOTICES, timestamp, notice.header("X-Nonce"), notice.body());
        boolean genuine = !settings.secret().isBlank()
                && isFresh(timestamp)
                && TradingSignature.isGenuine(expected, notice.header("X-Signature"));
        return genuine ? NewsFormat.read(notice.body()) : new TradingNews.Rejected("SIGNATURE");
    }

    private boolean isFresh(String seconds) {
        return seconds.matches("\\d{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), clock.instant())
                                .abs()
                                .compareTo(SKEW)
                        <= 0;
    }

    private JsonNode call(String path, Map<String, Object> message) {
        try {
            byte[] body = json.writeValueAsBytes(message);
            URI address = URI.create(settings.serverUrl() + path);
            String timestamp = String.valueOf(clock.instant().getEpochSecond());
            String nonce = UUID.randomUUID().toString();
            String request = "POST\n" + address.getPath();
            String answer = http.post()
                    .uri(address)
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("X-Client", settings.clientId())
                    .header("X-Timestamp", timestamp)
                    .header("X-Nonce", nonce)
                    .header("X-Signature", TradingSignature.of(settings.secret(), request, timestamp, nonce, body))
                    .body(body)
                    .retrieve()
                    .body(String.class);
            return json.readTree(answer == null ? "" : answer);
        } catch (RestClientException | JsonProcessingException e) {
            throw new TradingFailure("trading", "call", e);
        }
    }
}
