package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.portal.page.ArrivalTexts;
import org.keyway.portal.page.ArrivalTexts.Arrival;
import org.keyway.shared.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Will it arrive in time? An estimate for an application handed in today; open to everybody. */
@RestController
@Tag(name = "lines")
class ArrivalApi {

    private final ArrivalTexts arrivals;

    ArrivalApi(ArrivalTexts arrivals) {
        this.arrivals = arrivals;
    }

    /** 204 when no time of opening is given. */
    @GetMapping("/api/lines/{line}/arrival")
    @Operation(operationId = "arrival")
    ResponseEntity<Arrival> arrival(
            @PathVariable String line, @RequestParam String region, @RequestParam Map<String, String> query) {
        BusinessLine known = BusinessLine.of(line).orElseThrow(() -> Problem.notFound("portal.line.unknown"));
        return arrivals.of(known, region, new Fields(new LinkedHashMap<>(query)))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
