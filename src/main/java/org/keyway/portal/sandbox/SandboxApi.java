package org.keyway.portal.sandbox;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyway.notification.sandbox.SandboxPhones;
import org.keyway.order.OrderService;
import org.keyway.payment.sandbox.SandboxCashier;
import org.keyway.portal.JsonBody;
import org.keyway.portal.Wording;
import org.keyway.shared.KeywayClock;
import org.keyway.shared.Problem;
import org.keyway.shipping.sandbox.SandboxCarrier;
import org.keyway.trading.sandbox.SandboxTrading;
import org.keyway.ukey.KeyStock;
import org.keyway.ukey.StockTaking;
import org.keyway.ukey.sandbox.TokenFault;
import org.keyway.ukey.sandbox.TokenFaults;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plays payer, provider, courier, trading system, key and time; exists only in a demo, for staff. */
@RestController
@RequestMapping("/sandbox")
@ConditionalOnBooleanProperty("keyway.demo")
class SandboxApi {

    /** A message that was sent. */
    record MessageJson(String channel, String to, String template, String text, OffsetDateTime at) {}

    /** A key that was put into stock. */
    record SerialJson(String serial) {}

    /** What time it is now. */
    record ClockJson(OffsetDateTime now) {}

    private static final Duration FARTHEST = Duration.ofDays(3700);

    private final SandboxPhones phones;
    private final SandboxCashier cashier;
    private final SandboxCarrier carrier;
    private final SandboxTrading trading;
    private final KeyStock stock;
    private final StockTaking stockTaking;
    private final TokenFaults faults;
    private final OrderService orders;
    private final KeywayClock clock;

    SandboxApi(
            SandboxPhones phones,
            SandboxCashier cashier,
            SandboxCarrier carrier,
            SandboxTrading trading,
            KeyStock stock,
            StockTaking stockTaking,
            TokenFaults faults,
            OrderService orders,
            KeywayClock clock) {
        this.phones = phones;
        this.cashier = cashier;
        this.carrier = carrier;
        this.trading = trading;
        this.stock = stock;
        this.stockTaking = stockTaking;
        this.faults = faults;
        this.orders = orders;
        this.clock = clock;
    }

    @GetMapping("/messages")
    List<MessageJson> messages(
            @RequestParam(required = false) String to, @RequestParam(required = false) String orderNo) {
        return phones.list(to, orderNo).stream()
                .map(sent -> new MessageJson(
                        sent.channel(), sent.to(), sent.template(), sent.text(), Wording.iso(sent.at())))
                .toList();
    }

    @PostMapping("/payments/{paymentNo}")
    Map<String, Object> payment(@PathVariable String paymentNo, @RequestBody Map<String, Object> json) {
        JsonBody body = JsonBody.of(json, "outcome", "repeat", "delaySeconds", "forge");
        String forge = body.text("forge") == null ? "NONE" : body.text("forge");
        cashier.act(paymentNo, body.text("outcome"), body.number("repeat", 1), body.number("delaySeconds", 0), forge);
        return Map.of("paymentNo", paymentNo);
    }

    @PostMapping("/parcels/{waybillNo}")
    Map<String, Object> parcel(@PathVariable String waybillNo, @RequestBody Map<String, Object> json) {
        carrier.event(waybillNo, JsonBody.of(json, "event").required("event"));
        return Map.of("waybillNo", waybillNo);
    }

    @PostMapping("/trading/{orderNo}")
    Map<String, Object> trading(@PathVariable String orderNo, @RequestBody Map<String, Object> json) {
        JsonBody body = JsonBody.of(json, "creditApproved", "binding", "bidOpeningAt", "reason");
        Map<String, Object> answer = new LinkedHashMap<>();
        for (String name : List.of("creditApproved", "binding", "bidOpeningAt", "reason")) {
            if (body.text(name) != null) {
                answer.put(name, body.text(name));
            }
        }
        answer.put("account", orders.find(orderNo).applicant());
        trading.answer(orderNo, answer);
        return Map.of("orderNo", orderNo);
    }

    @PostMapping("/keys")
    List<SerialJson> keys(@RequestBody Map<String, Object> json) {
        JsonBody body = JsonBody.of(json, "model", "quantity", "state");
        String state = body.text("state") == null ? "BLANK" : body.text("state");
        if (!List.of("BLANK", "DAMAGED").contains(state)) {
            throw Problem.malformed("portal.sandbox.value", "state");
        }
        int quantity = body.number("quantity", 1);
        if (quantity < 1 || quantity > 500) {
            throw Problem.malformed("portal.sandbox.value", "quantity");
        }
        List<String> serials = state.equals("BLANK")
                ? stock.register(body.required("model"), quantity)
                : stockTaking.sortOut(quantity);
        return serials.stream().map(SerialJson::new).toList();
    }

    @PostMapping("/keys/{serial}")
    Map<String, Object> fault(@PathVariable String serial, @RequestBody Map<String, Object> json) {
        String name = JsonBody.of(json, "fault", "times").required("fault");
        TokenFault fault = Arrays.stream(TokenFault.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.malformed("portal.sandbox.value", "fault"));
        int times = JsonBody.of(json, "fault", "times").number("times", fault.usual());
        faults.inject(stock.find(serial).serial(), fault, Math.max(1, times));
        return Map.of("serial", serial, "fault", name);
    }

    @PostMapping("/clock")
    ClockJson advance(@RequestBody Map<String, Object> json) {
        String step = JsonBody.of(json, "advance").required("advance");
        try {
            Duration distance = Duration.parse(step);
            if (distance.isNegative() || distance.compareTo(FARTHEST) > 0) {
                throw Problem.malformed("portal.sandbox.value", "advance");
            }
            clock.advance(distance);
        } catch (DateTimeParseException e) {
            throw Problem.malformed("portal.sandbox.value", "advance");
        }
        return now();
    }

    @DeleteMapping("/clock")
    ClockJson reset() {
        clock.reset();
        return now();
    }

    private ClockJson now() {
        return new ClockJson(Wording.iso(clock.instant()));
    }
}
