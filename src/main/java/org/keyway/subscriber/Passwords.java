package org.keyway.subscriber;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;

/** How hard a password is to guess: length, and the estimate of zxcvbn instead of rules about characters. */
final class Passwords {

    /** "Safely unguessable: moderate protection from offline slow-hash scenario". */
    private static final int STRONG_ENOUGH = 3;

    private static final Zxcvbn ESTIMATE = new Zxcvbn();

    private Passwords() {}

    static boolean isLongEnough(String password) {
        return password.length() >= 8 && password.length() <= 64;
    }

    /** Whether somebody who knows {@code personal} could guess it. */
    static boolean isWeak(String password, List<String> personal) {
        List<String> known = new ArrayList<>(personal);
        known.removeIf(word -> word == null || word.isBlank());
        known.add("keyway");
        return ESTIMATE.measure(password, known).getScore() < STRONG_ENOUGH;
    }
}
