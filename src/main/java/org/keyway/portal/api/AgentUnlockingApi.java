package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import org.keyway.shared.Problem;
import org.keyway.ukey.AgentUnlocking;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.Unlocking;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a key agent asks that gives a key its holder's new PIN; its pass is the one-time code to unlock. */
@RestController
@RequestMapping("/api/agent/unlockings/{serial}")
@Tag(name = "agent")
class AgentUnlockingApi {

    /** The signature of the key, in Base64. */
    record ProofJson(byte[] signature) {}

    /** What the device answered, in the words of GM/T 0016. */
    record RefusalJson(String code) {}

    private final AgentUnlocking unlocking;

    AgentUnlockingApi(AgentUnlocking unlocking) {
        this.unlocking = unlocking;
    }

    @PostMapping
    @Operation(operationId = "beginUnlocking")
    Unlocking begin(@PathVariable String serial, @Parameter(hidden = true) @RequestHeader HttpHeaders asked) {
        return unlocking.begin(serial, AgentCaller.pass(asked));
    }

    @PostMapping("/proof")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "proveUnlocking")
    void prove(
            @PathVariable String serial,
            @RequestBody ProofJson proof,
            @Parameter(hidden = true) @RequestHeader HttpHeaders asked) {
        unlocking.prove(serial, AgentCaller.pass(asked), proof.signature());
    }

    @PostMapping("/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "refuseUnlocking")
    void refuse(
            @PathVariable String serial,
            @RequestBody RefusalJson refusal,
            @Parameter(hidden = true) @RequestHeader HttpHeaders asked) {
        String pass = AgentCaller.pass(asked);
        TokenException.Code why = Arrays.stream(TokenException.Code.values())
                .filter(each -> each.name().equals(refusal.code()))
                .findFirst()
                .orElseThrow(() -> Problem.malformed("portal.problem.missing", "code"));
        unlocking.refuse(serial, pass, why);
    }
}
