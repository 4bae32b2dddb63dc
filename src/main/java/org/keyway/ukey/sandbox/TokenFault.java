package org.keyway.ukey.sandbox;

/** What goes wrong at the next uses of a token. */
public enum TokenFault {
    NONE,
    /** The key is pulled out in the middle of the work. */
    UNPLUG,
    /** A certificate or seal cannot be stored. */
    WRITE_ERROR,
    /** The user PIN is mistyped: a real try is lost. */
    WRONG_PIN;

    private static final int AUTOMATIC_TRIES = 4;

    /** How often it strikes when nobody says: a fault that writing again could heal lasts until a person is called. */
    public int usual() {
        return this == UNPLUG || this == WRITE_ERROR ? AUTOMATIC_TRIES : 1;
    }
}
