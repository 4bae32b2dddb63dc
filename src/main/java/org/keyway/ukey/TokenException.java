package org.keyway.ukey;

/** What a token answers instead of a result; the codes are those of GM/T 0016 (SAR_*) and PKCS#11 (CKR_*). */
public final class TokenException extends RuntimeException {

    /** Common words for both interfaces. */
    public enum Code {
        /** SAR_DEVICE_REMOVED, CKR_TOKEN_NOT_PRESENT. */
        DEVICE_REMOVED,
        /** SAR_USER_PIN_NOT_INITIALIZED, CKR_USER_PIN_NOT_INITIALIZED. */
        NOT_INITIALIZED,
        /** SAR_PIN_INCORRECT, CKR_PIN_INCORRECT; see {@link #triesLeft()}. */
        PIN_INCORRECT,
        /** SAR_PIN_LOCKED, CKR_PIN_LOCKED: no try is left, the PIN is not even looked at. */
        PIN_LOCKED,
        /** SAR_PIN_LEN_RANGE, CKR_PIN_LEN_RANGE. */
        PIN_INVALID,
        /** SAR_USER_NOT_LOGGED_IN, CKR_USER_NOT_LOGGED_IN. */
        NOT_LOGGED_IN,
        /** SAR_KEYNOTFOUNDERR, CKR_KEY_HANDLE_INVALID. */
        KEY_NOT_FOUND,
        /** The certificate does not belong to the key pair. */
        CERTIFICATE_MISMATCH,
        /** SAR_NOTSUPPORTYETERR, CKR_MECHANISM_INVALID: the token cannot do this kind of key. */
        ALGORITHM_UNSUPPORTED,
        /** SAR_DECRYPTERR, CKR_WRAPPED_KEY_INVALID: the enveloped key is not for this token, or broken. */
        ENVELOPE_INVALID,
        /** SAR_NO_ROOM, CKR_DEVICE_MEMORY. */
        NO_SPACE,
        /** SAR_WRITEFILEERR, CKR_DEVICE_ERROR and whatever has no word of its own. */
        IO
    }

    private final Code code;
    private final int triesLeft;

    public TokenException(Code code) {
        this(code, -1);
    }

    public TokenException(Code code, int triesLeft) {
        super(code.name());
        this.code = code;
        this.triesLeft = triesLeft;
    }

    public Code code() {
        return code;
    }

    /** Tries left after a wrong PIN; -1 when that is not the matter. */
    public int triesLeft() {
        return triesLeft;
    }
}
