package org.keyway.certificate;

/** The CA could not be reached or understood; whether the call had an effect is unknown. */
public final class AuthorityFailure extends RuntimeException {

    public AuthorityFailure(String operation, String cause) {
        super("ca " + operation + " failed: " + cause);
    }
}
