package org.keyway.certificate;

/** Why a certificate is revoked: CRLReason of RFC 5280, section 5.3.1, without the values that we never use. */
public enum RevocationReason {
    UNSPECIFIED(0),
    KEY_COMPROMISE(1),
    AFFILIATION_CHANGED(3),
    SUPERSEDED(4),
    CESSATION_OF_OPERATION(5),
    CERTIFICATE_HOLD(6);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    /** The number in the CRL entry. */
    public int code() {
        return code;
    }
}
