package org.keyway.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyUse;
import org.keyway.shared.Problem;
import org.keyway.ukey.AgentJob;
import org.keyway.ukey.AgentJobs;
import org.keyway.ukey.TokenInfo;
import org.keyway.ukey.job.Instruction;
import org.keyway.ukey.job.JobStep;
import org.keyway.ukey.job.Report;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a key agent on somebody's PC asks; it shows the authorization code, or a pass, as a bearer token. */
@RestController
@RequestMapping("/api/agent/jobs")
@Tag(name = "agent")
class AgentApi {

    /** What the agent has done; binary values in Base64. */
    record ReportJson(
            String serial,
            String label,
            TokenInfo.State state,
            Map<KeyUse, byte[]> requests,
            Map<KeyUse, byte[]> certificates,
            byte[] seal) {

        Report of(JobStep step) {
            return new Report(step, serial, label, state, requests, certificates, seal);
        }
    }

    /** What comes next; {@code step} is also the last part of the address that reports it done. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InstructionJson(
            String step,
            String label,
            String soPin,
            String userPin,
            KeyAlgorithm algorithm,
            Set<KeyUse> uses,
            boolean anew,
            Map<KeyUse, byte[]> certificates,
            byte[] encryptionKey,
            byte[] seal) {

        static InstructionJson of(Instruction next) {
            return new InstructionJson(
                    next.step().slug(),
                    next.label(),
                    next.soPin(),
                    next.userPin(),
                    next.algorithm(),
                    next.uses(),
                    next.anew(),
                    next.certificates(),
                    next.encryptionKey(),
                    next.seal());
        }
    }

    private final AgentJobs jobs;

    AgentApi(AgentJobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    @Operation(operationId = "listAgentJobs")
    List<AgentJob> list(@RequestParam String serial, @Parameter(hidden = true) @RequestHeader HttpHeaders asked) {
        return jobs.offered(serial, AgentCaller.pass(asked));
    }

    @PostMapping("/{id}/{step}")
    @Operation(operationId = "reportAgentJob")
    InstructionJson report(
            @PathVariable String id,
            @PathVariable String step,
            @RequestBody ReportJson report,
            @Parameter(hidden = true) @RequestHeader HttpHeaders asked) {
        JobStep done = JobStep.reported(step).orElseThrow(() -> Problem.notFound("ukey.job.unknown"));
        return InstructionJson.of(jobs.report(id, AgentCaller.pass(asked), report.of(done)));
    }
}
