package org.keyway.shipping.sandbox;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.keyway.shared.Notice;
import org.keyway.shared.Problem;
import org.keyway.shared.sandbox.SandboxPost;
import org.keyway.shipping.RouteEvent;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** What happens to a parcel next; the push travels by HTTP to the public endpoint. */
@Service
@ConditionalOnBooleanProperty("keyway.demo")
public class SandboxCarrier {

    private static final String PATH = "/api/shipments/notifications/" + SandboxCourier.NAME;

    private final SandboxBooks books;
    private final SandboxCourier courier;
    private final SandboxPost post;
    private final SandboxMode mode;
    private final MessageSource wording;
    private final Clock clock;

    SandboxCarrier(
            SandboxBooks books,
            SandboxCourier courier,
            SandboxPost post,
            SandboxMode mode,
            MessageSource wording,
            Clock clock) {
        this.books = books;
        this.courier = courier;
        this.post = post;
        this.mode = mode;
        this.wording = wording;
        this.clock = clock;
    }

    /** One of PICKED_UP, IN_TRANSIT, DELIVERED, REFUSED, RETURNED, LOST; arrives before this call returns. */
    public void event(String waybillNo, String event) {
        RouteEvent.Kind kind = kind(event);
        books.parcelUnder(waybillNo).orElseThrow(() -> Problem.notFound("shipping.unknown"));
        int number = books.routes(waybillNo).size() + 1;
        RouteEvent route = new RouteEvent(
                waybillNo,
                "%s-%03d".formatted(kind, number),
                kind,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                text("shipping.sandbox.place." + kind),
                text("shipping.sandbox.event." + kind));
        books.add(route);
        if (mode.isUp("carrier")) {
            Notice push = courier.write(route);
            post.deliver(0, () -> post.post(PATH, push.body(), push.header("X-Sandbox-Signature")));
        }
    }

    private String text(String code) {
        return wording.getMessage(code, null, Locale.SIMPLIFIED_CHINESE);
    }

    private static RouteEvent.Kind kind(String event) {
        try {
            return RouteEvent.Kind.valueOf(event == null ? "" : event.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("shipping.sandbox.event");
        }
    }
}
