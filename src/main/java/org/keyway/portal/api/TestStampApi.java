package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.keyway.portal.OrderAccess;
import org.keyway.shared.Problem;
import org.keyway.ukey.TestStamps;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A test stamp by a key that is plugged into its holder's PC: what it has to sign; the step takes the signature. */
@RestController
@RequestMapping("/api/orders/{orderNo}/test-stamps")
@Tag(name = "agent")
class TestStampApi {

    /** What was read from the key; certificate and seal in Base64. */
    record ContentJson(String keySerial, byte[] certificate, byte[] seal) {}

    /** The bytes to be signed, in Base64. */
    record SheetJson(byte[] content) {}

    private final OrderAccess access;
    private final TestStamps stamps;

    TestStampApi(OrderAccess access, TestStamps stamps) {
        this.access = access;
        this.stamps = stamps;
    }

    @PostMapping
    @Operation(operationId = "beginTestStamp")
    SheetJson begin(@PathVariable String orderNo, @RequestBody ContentJson key, Authentication person) {
        access.writable(orderNo, person.getName());
        if (key.keySerial() == null || key.certificate() == null || key.seal() == null) {
            throw Problem.malformed("portal.problem.missing", "keySerial, certificate, seal");
        }
        return new SheetJson(stamps.beginElsewhere(orderNo, key.keySerial(), key.certificate(), key.seal()));
    }
}
