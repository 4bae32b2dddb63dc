package org.keyway.ukey.sandbox;

/** What goes wrong at the next use of a token, once. */
public enum TokenFault {
    NONE,
    /** The key is pulled out in the middle of the work. */
    UNPLUG,
    /** A certificate or seal cannot be stored. */
    WRITE_ERROR,
    /** The user PIN is mistyped: a real try is lost. */
    WRONG_PIN
}
