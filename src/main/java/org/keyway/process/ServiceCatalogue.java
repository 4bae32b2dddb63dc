package org.keyway.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.keyway.order.Fields;
import org.keyway.order.SpecialService;
import org.springframework.stereotype.Component;

/** The catalogue of special services: one row of {@code special-services} is one service. */
@Component
public class ServiceCatalogue {

    static final String TABLE = "special-services";

    private final DecisionService decisions;
    private final TableRows rows;

    ServiceCatalogue(DecisionService decisions, TableRows rows) {
        this.decisions = decisions;
        this.rows = rows;
    }

    /** The services that a city offers, in table order. */
    List<SpecialService> of(String region) {
        return rows.named(TABLE, "service", "[a-z][a-z0-9-]{1,39}").stream()
                .flatMap(code -> find(code, region).stream())
                .toList();
    }

    /** The service of that code in a city; empty when the city does not offer it. */
    Optional<SpecialService> find(String code, String region) {
        DmnDecisionResult result = decisions
                .evaluateDecisionByKey(TABLE)
                .variables(Map.of("service", code, "region", region))
                .evaluate();
        return result.isEmpty()
                ? Optional.empty()
                : Optional.of(result.getSingleResult()).map(row -> service(code, row));
    }

    /** The service that an application names. */
    Optional<SpecialService> of(Fields fields, String region) {
        return fields.text("service").flatMap(code -> find(code, region));
    }

    /** Name of the start form that the named service has of its own; empty for the general one. */
    public String formOf(Fields fields) {
        return of(fields, "").map(SpecialService::form).orElse("");
    }

    private static SpecialService service(String code, Map<String, Object> row) {
        return new SpecialService(
                code,
                TableRow.text(row, "name"),
                TableRow.text(row, "form"),
                TableRow.list(row, "documents"),
                ((Number) row.get("feeCents")).longValue(),
                TableRow.text(row, "group"));
    }
}
