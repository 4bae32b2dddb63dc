package org.keyway.shipping.sf;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyway.shared.Notice;
import org.keyway.shipping.Carrier;
import org.keyway.shipping.CarrierContract;

class SfCarrierTest extends CarrierContract {

    private static final String CHECK_WORD = "not-a-real-check-word";
    private static final String SHORT_ADDRESS = URLEncoder.encode("\"address\":\"短\"", StandardCharsets.UTF_8);
    private static final Map<String, String> ROUTE = Map.of(
            "acceptTime", "2026-11-21 10:00:00",
            "acceptAddress", "嵊州市",
            "remark", "已签收，感谢使用顺丰",
            "opCode", "80");

    private final WireMockServer server = new WireMockServer(options().dynamicPort());
    private final ObjectMapper json = new ObjectMapper();
    private SfCarrier carrier;

    @BeforeEach
    void open() {
        server.start();
        answer(
                "EXP_RECE_CREATE_ORDER",
                Map.of(
                        "success",
                        true,
                        "errorCode",
                        "S0000",
                        "msgData",
                        Map.of("waybillNoInfoList", List.of(Map.of("waybillNo", "SF0000000000001")))));
        answer(
                "EXP_RECE_SEARCH_ROUTES",
                Map.of(
                        "success",
                        true,
                        "errorCode",
                        "S0000",
                        "msgData",
                        Map.of("routeResps", List.of(Map.of("mailNo", "SF0000000000001", "routes", List.of(ROUTE))))));
        server.stubFor(post(anyUrl())
                .withRequestBody(containing(SHORT_ADDRESS))
                .willReturn(okJson(wrapped(Map.of("success", false, "errorCode", "8018")))));
        carrier = new SfCarrier(
                new SfSettings(
                        true,
                        server.baseUrl() + "/std/service",
                        "KEYWAY",
                        CHECK_WORD,
                        "7551234567",
                        "锁业通",
                        "057500000000",
                        "浙江省测试市",
                        "USB Key"),
                Clock.systemUTC());
    }

    @AfterEach
    void shut() {
        server.stop();
    }

    @Test
    void theDigestOfTheDocumentationsRule() {
        assertThat(SfDigest.of("{\"a\":\"b c\"}", "1", "w")).isEqualTo(SfDigest.of("{\"a\":\"b c\"}", "1", "w"));
        assertThat(SfDigest.isGenuine(SfDigest.of("x", "1", "w"), "x", "1", "v"))
                .isFalse();
    }

    @Test
    void everyCallIsSignedOverWhatItCarries() {
        carrier.trace("SF0000000000001");
        Map<String, String> form = new HashMap<>();
        String body = server.findAll(postRequestedFor(anyUrl())).get(0).getBodyAsString();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        assertThat(form.get("msgDigest"))
                .isEqualTo(SfDigest.of(form.get("msgData"), form.get("timestamp"), CHECK_WORD));
        assertThat(form).containsEntry("partnerID", "KEYWAY").containsEntry("serviceCode", "EXP_RECE_SEARCH_ROUTES");
    }

    @Override
    protected Carrier carrier() {
        return carrier;
    }

    @Override
    protected Notice delivered(String waybillNo) {
        return push(waybillNo, CHECK_WORD);
    }

    @Override
    protected Notice forged(String waybillNo) {
        return push(waybillNo, "guessed");
    }

    @Override
    protected void breakDown() {
        server.resetMappings();
        server.stubFor(post(anyUrl()).willReturn(serverError().withBody("very private")));
    }

    private Notice push(String waybillNo, String checkWord) {
        Map<String, String> route = new HashMap<>(ROUTE);
        route.put("mailno", waybillNo);
        String data = text(Map.of("Body", Map.of("WaybillRoute", List.of(route))));
        String timestamp = "1795312800000";
        String body = "partnerID=KEYWAY&timestamp=" + timestamp
                + "&msgDigest=" + URLEncoder.encode(SfDigest.of(data, timestamp, checkWord), StandardCharsets.UTF_8)
                + "&msgData=" + URLEncoder.encode(data, StandardCharsets.UTF_8);
        return new Notice(Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(String service, Map<String, Object> result) {
        server.stubFor(post(anyUrl())
                .withRequestBody(containing("serviceCode=" + service))
                .willReturn(okJson(wrapped(result))));
    }

    private String wrapped(Map<String, Object> result) {
        return text(Map.of("apiResultCode", "A1000", "apiResultData", text(result)));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
