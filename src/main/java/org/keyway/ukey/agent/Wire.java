package org.keyway.ukey.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyUse;
import org.keyway.ukey.TokenInfo;
import org.keyway.ukey.job.Instruction;
import org.keyway.ukey.job.JobStep;
import org.keyway.ukey.job.Report;

/** Reports and instructions as JSON, with binary values in Base64. */
final class Wire {

    /** A report; its step is the last part of the address. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Done(
            String serial,
            String label,
            TokenInfo.State state,
            Map<KeyUse, byte[]> requests,
            Map<KeyUse, byte[]> certificates,
            byte[] seal) {}

    /** An instruction. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Next(
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

        Instruction instruction() {
            JobStep at = JobStep.valueOf(step.toUpperCase(Locale.ROOT).replace('-', '_'));
            return new Instruction(
                    at, label, soPin, userPin, algorithm, uses, anew, certificates, encryptionKey, seal, null);
        }

        @Override
        public String toString() {
            return step;
        }
    }

    private Wire() {}

    static Done of(Report report) {
        return new Done(
                report.serial(),
                report.label(),
                report.state(),
                report.requests(),
                report.certificates(),
                report.seal());
    }

    /** What the server refuses, in its own words. */
    static AgentProblem problem(int status, JsonNode body) {
        JsonNode first = body.path("errors").path(0);
        String text = first.path("message").asText(body.path("detail").asText(""));
        if (status >= 500 || text.isEmpty()) {
            return new AgentProblem(424, "agent.server.garbage");
        }
        return first.isMissingNode()
                ? new AgentProblem(status, "agent.server.says", text)
                : AgentProblem.of(first.path("field").asText(), "agent.server.says", text);
    }
}
