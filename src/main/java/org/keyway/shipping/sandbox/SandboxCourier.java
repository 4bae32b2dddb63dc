package org.keyway.shipping.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyway.shared.KeywayProperties;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;
import org.keyway.shared.sandbox.SandboxKey;
import org.keyway.shipping.Carrier;
import org.keyway.shipping.DispatchResult;
import org.keyway.shipping.RouteEvent;
import org.keyway.shipping.RouteReading;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The sandbox twin of a courier: JSON pushes with an RSA-SHA256 signature over the raw body. */
@Component
@ConditionalOnBooleanProperty("keyway.demo")
class SandboxCourier implements Carrier {

    static final String NAME = "sandbox";
    private static final String PARTNER = "carrier";

    private final SandboxBooks books;
    private final SandboxMode mode;
    private final SandboxKey key;
    private final ObjectMapper json = new ObjectMapper();

    SandboxCourier(SandboxBooks books, SandboxMode mode, KeywayProperties properties) {
        this.books = books;
        this.mode = mode;
        this.key = SandboxKey.in(properties.dataDir().resolve("sandbox/carrier.key"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DispatchResult order(Transport transport) {
        return mode.call(PARTNER, "order", () -> {
            if (!transport.consignee().division().matches("\\d{6}")) {
                return new DispatchResult.AddressInvalid("shipping.address.division");
            }
            if (transport.consignee().address().strip().length() < 5) {
                return new DispatchResult.AddressInvalid("shipping.address.too-short");
            }
            return new DispatchResult.Dispatched(books.waybill(transport.parcelNo()));
        });
    }

    @Override
    public List<RouteEvent> trace(String waybillNo) {
        return mode.call(PARTNER, "trace", () -> books.routes(waybillNo));
    }

    @Override
    public RouteReading read(Notice notice) {
        if (!key.isGenuine(notice.body(), notice.header("X-Sandbox-Signature"))) {
            return new RouteReading.Rejected("SIGNATURE");
        }
        try {
            JsonNode body = json.readTree(notice.body());
            return new RouteReading.Verified(List.of(new RouteEvent(
                    body.path("waybillNo").asText(),
                    body.path("eventId").asText(),
                    RouteEvent.Kind.valueOf(body.path("event").asText()),
                    Instant.parse(body.path("at").asText()),
                    body.path("place").asText(),
                    body.path("text").asText())));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return new RouteReading.Rejected("FORMAT");
        }
    }

    @Override
    public NoticeAnswer answer(boolean accepted) {
        return NoticeAnswer.text(accepted ? 200 : 400, accepted ? "success" : "failure");
    }

    /** A push as the carrier would write it. */
    Notice write(RouteEvent event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("waybillNo", event.waybillNo());
        fields.put("eventId", event.eventId());
        fields.put("event", event.kind().name());
        fields.put("at", event.at().toString());
        fields.put("place", event.place());
        fields.put("text", event.text());
        try {
            byte[] body = json.writeValueAsBytes(fields);
            return new Notice(Map.of("X-Sandbox-Signature", key.sign(body)), body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
