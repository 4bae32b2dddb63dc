package org.keyway.ukey.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The faults to come, by serial number of the token. */
@Component
@ConditionalOnProperty(name = "keyway.demo", havingValue = "true")
public final class TokenFaults {

    private final Map<String, TokenFault> coming = new ConcurrentHashMap<>();

    /** Replaces what was to come for this token. */
    public void inject(String serial, TokenFault fault) {
        coming.put(serial, fault);
    }

    /** True once when this fault was to come. */
    boolean strikes(String serial, TokenFault fault) {
        return coming.remove(serial, fault);
    }
}
