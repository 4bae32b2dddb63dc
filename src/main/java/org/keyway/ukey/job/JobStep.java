package org.keyway.ukey.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Steps of a key-writing job as the two sides name them, in order. */
public enum JobStep {
    /** The token side says what is plugged in. */
    START,
    /** A blank token gets label, SO PIN and user PIN. */
    INITIALIZE,
    /** Key pairs where they are missing, and a PKCS#10 request for each. */
    REQUEST,
    /** Certificates, and the encryption key if it comes enveloped. */
    CERTIFY,
    /** The electronic seal. */
    SEAL,
    /** Everything is read back and compared by the server. */
    READ_BACK,
    /** Nothing is left to do. */
    DONE,
    /** The server does not go on with this token; {@link Instruction#refusal} says why. */
    REFUSED;

    /** As it stands in an address: lower case with hyphens. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The step with this slug that the token side may report; empty otherwise. */
    public static Optional<JobStep> reported(String slug) {
        return Arrays.stream(values())
                .filter(step -> step.compareTo(DONE) < 0 && step.slug().equals(slug))
                .findFirst();
    }
}
