package org.keyway.trading.http;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyway.shared.Notice;
import org.keyway.trading.TradingNews;
import org.keyway.trading.TradingSystem;
import org.keyway.trading.TradingSystemContract;

class HttpTradingSystemTest extends TradingSystemContract {

    private static final String SECRET = "not-a-real-secret";

    private final WireMockServer server = new WireMockServer(options().dynamicPort());
    private TradingSettings settings;
    private HttpTradingSystem system;

    @BeforeEach
    void open() {
        server.start();
        server.stubFor(post(urlEqualTo("/t/credit-standings")).willReturn(okJson("{\"approved\":false}")));
        server.stubFor(post(urlEqualTo("/t/credit-standings"))
                .withRequestBody(containing("zhang"))
                .willReturn(okJson("{\"approved\":true}")));
        server.stubFor(post(urlEqualTo("/t/bindings")).willReturn(okJson("{\"status\":\"RECEIVED\"}")));
        server.stubFor(post(urlEqualTo("/t/key-states")).willReturn(okJson("{\"status\":\"RECEIVED\"}")));
        settings = new TradingSettings(true, server.baseUrl() + "/t", "keyway", SECRET);
        system = new HttpTradingSystem(settings, Clock.systemUTC());
    }

    @AfterEach
    void shut() {
        server.stop();
    }

    @Test
    void everyCallIsSigned() {
        system.isCreditApproved("zhang");
        LoggedRequest request = server.findAll(postRequestedFor(anyUrl())).get(0);
        assertThat(request.getHeader("X-Signature"))
                .isEqualTo(TradingSignature.of(
                        SECRET,
                        "POST\n/t/credit-standings",
                        request.getHeader("X-Timestamp"),
                        request.getHeader("X-Nonce"),
                        request.getBody()));
    }

    @Test
    void anOldNoticeAndAnUnsetSecretAreRefused() {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11));
        assertThat(new HttpTradingSystem(settings, later).read(accepted(false)))
                .isInstanceOf(TradingNews.Rejected.class);
        TradingSettings unset = new TradingSettings(true, server.baseUrl(), "keyway", "");
        assertThatThrownBy(() -> new HttpTradingSystem(unset, Clock.systemUTC()))
                .hasMessageContaining("keyway.trading.http.secret");
    }

    @Override
    protected TradingSystem system() {
        return system;
    }

    @Override
    protected Notice accepted(boolean forged) {
        byte[] body = ("{\"noticeId\":\"n1\",\"kind\":\"BINDING\",\"orderNo\":\"XB20261121000017\","
                        + "\"requestNo\":\"XB20261121000017B1\",\"binding\":\"ACCEPTED\",\"reason\":\"ok\"}")
                .getBytes(StandardCharsets.UTF_8);
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        String signature = TradingSignature.of(
                forged ? "guessed" : SECRET, "POST\n/api/trading/notifications", timestamp, "x1", body);
        return new Notice(Map.of("X-Timestamp", timestamp, "X-Nonce", "x1", "X-Signature", signature), body);
    }

    @Override
    protected List<String> keyStates(String keySerial) {
        return server.findAll(postRequestedFor(urlEqualTo("/t/key-states"))).stream()
                .map(request -> request.getBodyAsString())
                .filter(body -> body.contains("\"keySerial\":\"" + keySerial + "\""))
                .distinct()
                .map(body -> body.contains("SUSPENDED") ? "SUSPENDED" : "ACTIVE")
                .distinct()
                .toList();
    }

    @Override
    protected void breakDown() {
        server.stubFor(post(anyUrl()).willReturn(serverError().withBody("very private")));
    }
}
