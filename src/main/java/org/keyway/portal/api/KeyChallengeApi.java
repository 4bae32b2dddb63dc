package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.keyway.portal.OrderAccess;
import org.keyway.ukey.KeyChallenges;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the key of an order has to sign to show that it is there; the step takes the signature. */
@RestController
@RequestMapping("/api/orders/{orderNo}/key-challenges")
@Tag(name = "agent")
class KeyChallengeApi {

    /** The bytes to be signed, in Base64. */
    record QuestionJson(byte[] content) {}

    private final OrderAccess access;
    private final KeyChallenges challenges;

    KeyChallengeApi(OrderAccess access, KeyChallenges challenges) {
        this.access = access;
        this.challenges = challenges;
    }

    @PostMapping
    @Operation(operationId = "askKey")
    QuestionJson ask(@PathVariable String orderNo, @RequestBody PluggedKey key, Authentication person) {
        access.applied(orderNo, person.getName());
        return new QuestionJson(challenges.ask(orderNo, key.serial()));
    }
}
