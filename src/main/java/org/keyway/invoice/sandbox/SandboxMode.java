package org.keyway.invoice.sandbox;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.keyway.invoice.InvoiceFailure;
import org.keyway.shared.Problem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** How well the sandbox tax platform feels: UP, TIMEOUT (it acts, the answer is lost), ERROR or GARBAGE. */
@Component("invoiceSandboxMode")
@ConditionalOnBooleanProperty("keyway.demo")
public class SandboxMode {

    private enum Mode {
        UP,
        TIMEOUT,
        ERROR,
        GARBAGE
    }

    private final Map<String, Mode> modes = new ConcurrentHashMap<>();

    /** Sets the mode of the partner {@code invoice}. */
    public void setMode(String partner, String mode) {
        try {
            modes.put(partner, Mode.valueOf(mode.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("invoice.sandbox.mode");
        }
    }

    <T> T call(String partner, String operation, Supplier<T> effect) {
        return switch (modes.getOrDefault(partner, Mode.UP)) {
            case UP -> effect.get();
            case TIMEOUT -> {
                effect.get();
                throw new InvoiceFailure(operation, "read timed out");
            }
            case ERROR -> throw new InvoiceFailure(operation, "HTTP 500");
            case GARBAGE -> throw new InvoiceFailure(operation, "unreadable answer");
        };
    }
}
