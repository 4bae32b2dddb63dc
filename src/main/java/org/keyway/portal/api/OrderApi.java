package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import org.keyway.order.BusinessLine;
import org.keyway.order.FoundKeys;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.portal.Actor;
import org.keyway.portal.JsonBody;
import org.keyway.portal.OrderAccess;
import org.keyway.portal.Patience;
import org.keyway.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One order: draft, save, submit, look, withdraw. */
@RestController
@RequestMapping("/api/orders")
@Tag(name = "orders")
class OrderApi {

    /** Number and status after a change. */
    record OrderState(String orderNo, String status, String statusText) {}

    private final OrderService orders;
    private final OrderAccess access;
    private final OrderJsons jsons;
    private final FoundKeys foundKeys;

    OrderApi(OrderService orders, OrderAccess access, OrderJsons jsons, FoundKeys foundKeys) {
        this.orders = orders;
        this.access = access;
        this.jsons = jsons;
        this.foundKeys = foundKeys;
    }

    @PostMapping
    @Operation(operationId = "createOrder")
    ResponseEntity<OrderState> create(@RequestBody Map<String, Object> json, Authentication person) {
        Actor actor = Actor.of(person);
        JsonBody body = JsonBody.of(json, "line", "region", "fields", "applicant");
        BusinessLine line =
                BusinessLine.of(body.text("line")).orElseThrow(() -> Problem.invalid("line", "portal.line.unknown"));
        String applicant = body.text("applicant");
        if (applicant != null && !applicant.equals(actor.account())) {
            access.requireStaff(actor);
        }
        String region = body.text("region");
        if (region == null) {
            throw Problem.invalid("region", "portal.region.unknown");
        }
        Order order = orders.draft(
                actor.account(), applicant == null ? actor.account() : applicant, line, region, body.fields());
        return ResponseEntity.created(URI.create("/api/orders/" + order.orderNo()))
                .body(state(order));
    }

    @PatchMapping("/{orderNo}")
    @Operation(operationId = "saveOrder")
    OrderState save(@PathVariable String orderNo, @RequestBody Map<String, Object> json, Authentication person) {
        JsonBody body = JsonBody.of(json, "fields");
        return state(orders.save(orderNo, Actor.of(person).account(), body.fields()));
    }

    @PostMapping("/{orderNo}/submission")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "submitOrder")
    OrderState submit(@PathVariable String orderNo, Authentication person) {
        Patience.with(() -> orders.submit(orderNo, Actor.of(person).account()));
        return state(orders.find(orderNo));
    }

    @GetMapping("/{orderNo}")
    @Operation(operationId = "getOrder")
    OrderJson get(@PathVariable String orderNo, Authentication person) {
        Actor actor = Actor.of(person);
        return jsons.of(access.visible(orderNo, actor), actor);
    }

    @PostMapping("/{orderNo}/found")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "keyFound")
    OrderState found(@PathVariable String orderNo, Authentication person) {
        Patience.with(() -> foundKeys.found(orderNo, Actor.of(person).account()));
        return state(orders.find(orderNo));
    }

    @DeleteMapping("/{orderNo}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "withdrawOrder")
    void withdraw(@PathVariable String orderNo, Authentication person) {
        Patience.with(() -> orders.withdraw(orderNo, Actor.of(person).account()));
    }

    private OrderState state(Order order) {
        return new OrderState(order.orderNo(), order.status().name(), jsons.statusText(order));
    }
}
