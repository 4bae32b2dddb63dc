package org.keyway.shipping.sf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;
import org.keyway.shipping.Carrier;
import org.keyway.shipping.DispatchResult;
import org.keyway.shipping.RouteEvent;
import org.keyway.shipping.RouteReading;

/** SF Express: transport order, routes and signed route pushes. */
class SfCarrier implements Carrier {

    private static final Set<String> ADDRESS_REFUSED = Set.of("8018", "8023", "8057", "8067", "8114", "20012");

    private final SfSettings settings;
    private final SfService service;
    private final ObjectMapper json = new ObjectMapper();

    SfCarrier(SfSettings settings, Clock clock) {
        if (settings.checkWord().isBlank() || settings.partnerId().isBlank()) {
            throw new IllegalStateException("Settings keyway.shipping.sf.partner-id and check-word are needed");
        }
        this.settings = settings;
        this.service = new SfService(settings, clock);
    }

    @Override
    public String name() {
        return "sf";
    }

    @Override
    public DispatchResult order(Transport transport) {
        JsonNode answer = service.call("EXP_RECE_CREATE_ORDER", SfOrders.message(settings, transport));
        String code = answer.path("errorCode").asText();
        if ("8016".equals(code)) {
            answer = service.call("EXP_RECE_SEARCH_ORDER_RESP", Map.of("orderId", transport.parcelNo()));
            code = answer.path("errorCode").asText();
        }
        if (ADDRESS_REFUSED.contains(code)) {
            return new DispatchResult.AddressInvalid("shipping.address.refused");
        }
        String waybill = answer.path("msgData")
                .path("waybillNoInfoList")
                .path(0)
                .path("waybillNo")
                .asText();
        if (!answer.path("success").asBoolean() || waybill.isEmpty()) {
            throw service.failure("order", code);
        }
        return new DispatchResult.Dispatched(waybill);
    }

    @Override
    public List<RouteEvent> trace(String waybillNo) {
        JsonNode answer = service.call(
                "EXP_RECE_SEARCH_ROUTES",
                Map.of("language", "zh-CN", "trackingType", "1", "trackingNumber", List.of(waybillNo)));
        if (!answer.path("success").asBoolean()) {
            throw service.failure("trace", answer.path("errorCode").asText());
        }
        return SfRoutes.asked(answer);
    }

    @Override
    public RouteReading read(Notice notice) {
        try {
            Map<String, String> form = form(notice.text());
            String data = form.getOrDefault("msgData", "");
            boolean genuine = settings.partnerId().equals(form.get("partnerID"))
                    && SfDigest.isGenuine(
                            form.getOrDefault("msgDigest", ""),
                            data,
                            form.getOrDefault("timestamp", ""),
                            settings.checkWord());
            return genuine
                    ? new RouteReading.Verified(SfRoutes.pushed(json.readTree(data)))
                    : new RouteReading.Rejected("SIGNATURE");
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return new RouteReading.Rejected("FORMAT");
        }
    }

    @Override
    public NoticeAnswer answer(boolean accepted) {
        String body = accepted
                ? "{\"return_code\":\"0000\",\"return_msg\":\"success\"}"
                : "{\"return_code\":\"1000\",\"return_msg\":\"failure\"}";
        return new NoticeAnswer(accepted ? 200 : 400, "application/json", body);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            int equals = Math.max(0, pair.indexOf('='));
            form.put(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(Math.min(equals + 1, pair.length())), StandardCharsets.UTF_8));
        }
        return form;
    }
}
