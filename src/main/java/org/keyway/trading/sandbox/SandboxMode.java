package org.keyway.trading.sandbox;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.keyway.shared.Problem;
import org.keyway.trading.TradingFailure;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** How well the sandbox trading system feels: UP, TIMEOUT (it acts, the answer is lost), ERROR or GARBAGE. */
@Component("tradingSandboxMode")
@ConditionalOnBooleanProperty("keyway.demo")
public class SandboxMode {

    private enum Mode {
        UP,
        TIMEOUT,
        ERROR,
        GARBAGE
    }

    private final Map<String, Mode> modes = new ConcurrentHashMap<>();

    /** Sets the mode of the partner {@code trading}. */
    public void setMode(String partner, String mode) {
        try {
            modes.put(partner, Mode.valueOf(mode.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("trading.sandbox.mode");
        }
    }

    public boolean isUp(String partner) {
        return modes.getOrDefault(partner, Mode.UP) == Mode.UP;
    }

    <T> T call(String partner, String operation, Supplier<T> effect) {
        return switch (modes.getOrDefault(partner, Mode.UP)) {
            case UP -> effect.get();
            case TIMEOUT -> {
                effect.get();
                throw new TradingFailure(partner, operation, "read timed out");
            }
            case ERROR -> throw new TradingFailure(partner, operation, "HTTP 500");
            case GARBAGE -> throw new TradingFailure(partner, operation, "unreadable answer");
        };
    }
}
