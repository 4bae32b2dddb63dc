package org.keyway.certificate.sandbox;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.keyway.certificate.AuthorityFailure;
import org.keyway.shared.Problem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** How well the CA feels: UP, TIMEOUT (it acts, the answer is lost), ERROR or GARBAGE. */
@Component("certificateSandboxMode")
@ConditionalOnBooleanProperty("keyway.demo")
public class SandboxMode {

    private enum Mode {
        UP,
        TIMEOUT,
        ERROR,
        GARBAGE
    }

    private final AtomicReference<Mode> mode = new AtomicReference<>(Mode.UP);

    /** Sets the mode of the CA. */
    public void setMode(String name) {
        try {
            mode.set(Mode.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("certificate.sandbox.mode");
        }
    }

    <T> T call(String operation, Supplier<T> effect) {
        return switch (mode.get()) {
            case UP -> effect.get();
            case TIMEOUT -> {
                effect.get();
                throw new AuthorityFailure(operation, "read timed out");
            }
            case ERROR -> throw new AuthorityFailure(operation, "HTTP 500");
            case GARBAGE -> throw new AuthorityFailure(operation, "unreadable answer");
        };
    }
}
