package org.keyway.portal.sandbox;

import java.util.Map;
import java.util.Set;
import org.keyway.portal.JsonBody;
import org.keyway.shared.Problem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets a sandbox partner fail: it times out, answers errors, or answers garbage. */
@RestController
@ConditionalOnBooleanProperty("keyway.demo")
class PartnerApi {

    private static final Set<String> MODES = Set.of("UP", "TIMEOUT", "ERROR", "GARBAGE");

    private final org.keyway.payment.sandbox.SandboxMode payment;
    private final org.keyway.shipping.sandbox.SandboxMode shipping;
    private final org.keyway.notification.sandbox.SandboxMode notification;
    private final org.keyway.trading.sandbox.SandboxMode trading;
    private final org.keyway.certificate.sandbox.SandboxMode authority;
    private final org.keyway.invoice.sandbox.SandboxMode invoice;

    PartnerApi(
            org.keyway.payment.sandbox.SandboxMode payment,
            org.keyway.shipping.sandbox.SandboxMode shipping,
            org.keyway.notification.sandbox.SandboxMode notification,
            org.keyway.trading.sandbox.SandboxMode trading,
            org.keyway.certificate.sandbox.SandboxMode authority,
            org.keyway.invoice.sandbox.SandboxMode invoice) {
        this.payment = payment;
        this.shipping = shipping;
        this.notification = notification;
        this.trading = trading;
        this.authority = authority;
        this.invoice = invoice;
    }

    @PostMapping("/sandbox/partners/{partner}")
    Map<String, Object> mode(@PathVariable String partner, @RequestBody Map<String, Object> json) {
        String mode = JsonBody.of(json, "mode").required("mode");
        if (!MODES.contains(mode)) {
            throw Problem.malformed("portal.sandbox.value", "mode");
        }
        switch (partner) {
            case "payment" -> payment.setMode(partner, mode);
            case "carrier" -> shipping.setMode(partner, mode);
            case "sms", "mail" -> notification.setMode(partner, mode);
            case "trading" -> trading.setMode(partner, mode);
            case "ca" -> authority.setMode(mode);
            case "invoice" -> invoice.setMode(partner, mode);
            default -> throw Problem.notFound("portal.sandbox.value", "partner");
        }
        return Map.of("partner", partner, "mode", mode);
    }
}
