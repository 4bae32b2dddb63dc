package org.keyway.ukey.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The faults to come, by serial number of the token. */
@Component
@ConditionalOnProperty(name = "keyway.demo", havingValue = "true")
public final class TokenFaults {

    private record Coming(TokenFault fault, int times) {}

    private final Map<String, Coming> coming = new ConcurrentHashMap<>();

    /** Replaces what was to come for this token: the fault strikes so many times. */
    public void inject(String serial, TokenFault fault, int times) {
        coming.put(serial, new Coming(fault, times));
    }

    /** True as often as this fault was to come. */
    boolean strikes(String serial, TokenFault fault) {
        Coming now = coming.get(serial);
        if (now == null || now.fault() != fault) {
            return false;
        }
        return now.times() > 1
                ? coming.replace(serial, now, new Coming(fault, now.times() - 1))
                : coming.remove(serial, now);
    }
}
