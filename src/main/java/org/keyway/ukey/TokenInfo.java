package org.keyway.ukey;

import java.util.Set;
import org.keyway.certificate.KeyAlgorithm;

/**
 * What a token says about itself without login (SKF_GetDevInfo, C_GetTokenInfo).
 *
 * @param label free text given at initialisation; empty while blank
 * @param userTries tries left for the user PIN
 * @param soTries tries left for the SO PIN (administrator PIN)
 * @param algorithms kinds of key that it can make
 */
public record TokenInfo(
        String serial,
        String model,
        String label,
        State state,
        int userTries,
        int soTries,
        Set<KeyAlgorithm> algorithms) {

    /** Blank: never initialised or wiped. Locked: the user PIN was wrong too often, the SO PIN opens it. */
    public enum State {
        BLANK,
        INITIALIZED,
        USER_PIN_LOCKED,
        SO_PIN_LOCKED;

        /** The state that follows from whether there is a user PIN and how many tries are left. */
        public static State of(boolean hasUserPin, int userTries, int soTries) {
            if (!hasUserPin) {
                return BLANK;
            }
            if (soTries == 0) {
                return SO_PIN_LOCKED;
            }
            return userTries == 0 ? USER_PIN_LOCKED : INITIALIZED;
        }
    }
}
