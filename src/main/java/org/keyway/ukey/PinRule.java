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

    /** Whether a PIN that its holder chooses is hard to guess and one that every make of key takes. */
    public static boolean isStrong(String pin) {
        return pin.matches("[!-~]{6,16}") && !isTrivial(pin);
    }

    /** Fewer than four different digits, or each digit one more or one less than the one before. */
    static boolean isTrivial(String pin) {
        boolean up = true;
        boolean down = true;
        for (int i = 1; i < pin.length(); i++) {
            up &= pin.charAt(i) == pin.charAt(i - 1) + 1;
            down &= pin.charAt(i) == pin.charAt(i - 1) - 1;
        }
        return up || down || pin.chars().distinct().count() < 4;
    }

    /** What a wrong PIN is answered when so many tries are left. */
    public static TokenException wrong(int left) {
        return left == 0
                ? new TokenException(TokenException.Code.PIN_LOCKED, 0)
                : new TokenException(TokenException.Code.PIN_INCORRECT, left);
    }
}
