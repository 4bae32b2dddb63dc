package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.OrderService;
import org.keyway.order.PolicyTables;
import org.keyway.order.Prefill;
import org.keyway.order.Requirements;
import org.keyway.portal.Actor;
import org.keyway.shared.Problem;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a business line needs in a city, from the decision tables; open to everybody. */
@RestController
@RequestMapping("/api/lines/{line}")
@Tag(name = "lines")
class LineApi {

    private static final Set<String> NOT_FIELDS = Set.of("region", "line");

    /** A city that offers the line. */
    record RegionJson(String region, String city) {}

    /** A special service that a city offers. */
    record ServiceJson(String code, String name, long feeCents) {}

    private final OrderService orders;
    private final PolicyTables policies;
    private final Prefill prefill;

    LineApi(OrderService orders, PolicyTables policies, Prefill prefill) {
        this.orders = orders;
        this.policies = policies;
        this.prefill = prefill;
    }

    @GetMapping("/requirements")
    @Operation(operationId = "requirements")
    Requirements requirements(
            @PathVariable String line, @RequestParam String region, @RequestParam Map<String, String> query) {
        Map<String, Object> fields = new LinkedHashMap<>(query);
        fields.keySet().removeAll(NOT_FIELDS);
        return orders.requirements(lineOf(line), region, new Fields(fields));
    }

    @GetMapping("/regions")
    @Operation(operationId = "regions")
    List<RegionJson> regions(@PathVariable String line) {
        return policies.regions(lineOf(line)).stream()
                .map(policy -> new RegionJson(policy.region(), policy.city()))
                .toList();
    }

    @GetMapping("/services")
    @Operation(operationId = "services")
    List<ServiceJson> services(@PathVariable String line, @RequestParam String region) {
        return lineOf(line) != BusinessLine.SPECIAL_SERVICE
                ? List.of()
                : policies.services(region).stream()
                        .map(service -> new ServiceJson(service.code(), service.name(), service.feeCents()))
                        .toList();
    }

    @GetMapping("/prefill")
    @Operation(operationId = "prefill")
    Map<String, Object> prefill(
            @PathVariable String line,
            @RequestParam(required = false) String key,
            @RequestParam(required = false) String from,
            Authentication person) {
        return prefill.of(Actor.of(person).account(), lineOf(line), key, from).values();
    }

    private static BusinessLine lineOf(String slug) {
        return BusinessLine.of(slug).orElseThrow(() -> Problem.notFound("portal.line.unknown"));
    }
}
