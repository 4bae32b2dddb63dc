package org.keyway.ukey.job;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.keyway.certificate.KeyUse;
import org.keyway.ukey.TokenInfo;

/**
 * What the token side has done, and what is on the token.
 *
 * @param step the step that is done; START says only what is plugged in
 * @param serial serial number as read from the token
 * @param label as read from the token
 * @param state as read from the token
 * @param requests REQUEST, READ_BACK: PKCS#10 in DER
 * @param certificates SEAL, READ_BACK, and START of a token that has some: as read from the token
 * @param seal READ_BACK: as read from the token
 */
public record Report(
        JobStep step,
        String serial,
        String label,
        TokenInfo.State state,
        Map<KeyUse, byte[]> requests,
        Map<KeyUse, byte[]> certificates,
        byte[] seal) {

    public Report {
        requests = present(requests);
        certificates = present(certificates);
    }

    private static Map<KeyUse, byte[]> present(Map<KeyUse, byte[]> given) {
        Map<KeyUse, byte[]> present = new EnumMap<>(KeyUse.class);
        if (given != null) {
            given.forEach((use, der) -> {
                if (der != null) {
                    present.put(use, der);
                }
            });
        }
        return Collections.unmodifiableMap(present);
    }
}
