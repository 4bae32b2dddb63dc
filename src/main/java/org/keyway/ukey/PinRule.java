package org.keyway.ukey;

/** What every token of the house demands of a PIN, whatever its own driver would allow. */
public final class PinRule {

    /** Wrong tries until a PIN is locked. */
    public static final int TRIES = 6;

    private static final int SHORTEST = 6;
    private static final int LONGEST = 64;

    private PinRule() {}

    /** {@code PIN_INVALID} unless it has 6 to 64 characters. */
    public static void check(char[] pin) {
        if (pin == null || pin.length < SHORTEST || pin.length > LONGEST) {
            throw new TokenException(TokenException.Code.PIN_INVALID);
        }
    }

    /** What a wrong PIN is answered when so many tries are left. */
    public static TokenException wrong(int left) {
        return left == 0
                ? new TokenException(TokenException.Code.PIN_LOCKED, 0)
                : new TokenException(TokenException.Code.PIN_INCORRECT, left);
    }
}
