package org.keyway.ukey;

import java.util.Arrays;
import java.util.HexFormat;
import org.keyway.shared.Secrets;
import org.springframework.stereotype.Component;

/** The administrator PIN (SO PIN) of each device: derived whenever it is needed, stored and told nowhere. */
@Component
class SoPins {

    private final Secrets secrets;

    SoPins(Secrets secrets) {
        this.secrets = secrets;
    }

    char[] of(String serial) {
        byte[] derived = Arrays.copyOf(secrets.derive("so-pin", serial), 12);
        return HexFormat.of().formatHex(derived).toCharArray();
    }
}
