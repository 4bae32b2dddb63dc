package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.keyway.portal.OrderAccess;
import org.keyway.ukey.EnvironmentReports;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the key agent found on the applicant's PC, attached to the order for technical support. */
@RestController
@RequestMapping("/api/orders/{orderNo}/environment-reports")
@Tag(name = "agent")
class EnvironmentReportApi {

    /** As the agent wrote it. */
    record FindingsJson(String report) {}

    private final OrderAccess access;
    private final EnvironmentReports reports;

    EnvironmentReportApi(OrderAccess access, EnvironmentReports reports) {
        this.access = access;
        this.reports = reports;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "attachEnvironmentReport")
    void attach(@PathVariable String orderNo, @RequestBody FindingsJson findings, Authentication person) {
        access.applied(orderNo, person.getName());
        reports.attach(orderNo, person.getName(), findings.report());
    }
}
