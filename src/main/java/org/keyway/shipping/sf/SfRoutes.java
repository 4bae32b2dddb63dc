package org.keyway.shipping.sf;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.keyway.shared.KeywayClock;
import org.keyway.shipping.RouteEvent;

/** SF's route records; a code that we do not know is "in transit" with SF's own text. */
final class SfRoutes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private SfRoutes() {}

    /** Records of a push: {@code Body.WaybillRoute[]}. */
    static List<RouteEvent> pushed(JsonNode data) {
        List<RouteEvent> events = new ArrayList<>();
        data.path("Body")
                .path("WaybillRoute")
                .forEach(route -> events.add(event(route.path("mailno").asText(), route)));
        return events;
    }

    /** Records of an answer: {@code msgData.routeResps[].routes[]}. */
    static List<RouteEvent> asked(JsonNode data) {
        List<RouteEvent> events = new ArrayList<>();
        data.path("msgData").path("routeResps").forEach(waybill -> waybill.path("routes")
                .forEach(route -> events.add(event(waybill.path("mailNo").asText(), route))));
        return events;
    }

    private static RouteEvent event(String waybillNo, JsonNode route) {
        String code = route.path("opCode").asText();
        String at = route.path("acceptTime").asText();
        return new RouteEvent(
                waybillNo,
                code + "@" + at,
                kind(code),
                LocalDateTime.parse(at, TIME).atZone(KeywayClock.ZONE).toInstant(),
                cut(route.path("acceptAddress").asText(), 100),
                cut(route.path("remark").asText(), 500));
    }

    private static RouteEvent.Kind kind(String code) {
        return switch (code) {
            case "50", "54" -> RouteEvent.Kind.PICKED_UP;
            case "80", "8000" -> RouteEvent.Kind.DELIVERED;
            case "70" -> RouteEvent.Kind.REFUSED;
            case "99", "648" -> RouteEvent.Kind.RETURNED;
            case "631" -> RouteEvent.Kind.LOST;
            default -> RouteEvent.Kind.IN_TRANSIT;
        };
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
