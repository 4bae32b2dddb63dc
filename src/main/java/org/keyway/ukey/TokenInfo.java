package org.keyway.ukey;

/**
 * What a token says about itself without login (SKF_GetDevInfo, C_GetTokenInfo).
 *
 * @param label free text given at initialisation; empty while blank
 * @param userTries tries left for the user PIN
 * @param soTries tries left for the SO PIN (administrator PIN)
 */
public record TokenInfo(String serial, String model, String label, State state, int userTries, int soTries) {

    /** Blank: never initialised or wiped. Locked: the user PIN was wrong too often, the SO PIN opens it. */
    public enum State {
        BLANK,
        INITIALIZED,
        USER_PIN_LOCKED,
        SO_PIN_LOCKED
    }
}
