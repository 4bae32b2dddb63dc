package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.keyway.portal.OrderAccess;
import org.keyway.ukey.AgentJobs;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A pass with which the key agent beside an order's page writes the key in use that the order waits for. */
@RestController
@RequestMapping("/api/orders/{orderNo}/job-passes")
@Tag(name = "agent")
class JobPassApi {

    /** Good for half an hour. */
    record PassJson(String pass) {}

    private final OrderAccess access;
    private final AgentJobs jobs;

    JobPassApi(OrderAccess access, AgentJobs jobs) {
        this.access = access;
        this.jobs = jobs;
    }

    @PostMapping
    @Operation(operationId = "issueJobPass")
    PassJson issue(@PathVariable String orderNo, @RequestBody PluggedKey key, Authentication person) {
        access.applied(orderNo, person.getName());
        return new PassJson(jobs.pass(orderNo, key.serial()));
    }
}
