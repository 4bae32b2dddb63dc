package org.keyway.certificate;

/** One thing that was checked about a seal, and whether it holds; the bundle words it as {@code seal.check.<check>.<holds>}. */
public record SealFinding(Check check, boolean holds) {

    /** What is checked, in this order. */
    public enum Check {
        /** The structure is SESeal, version 4 of GB/T 38540. */
        STRUCTURE,
        /** The seal maker's certificate comes from this house and may make seals. */
        MAKER,
        /** The seal maker's signature fits: nothing was changed since. */
        SIGNATURE,
        /** The seal's own time has begun and not ended. */
        PERIOD,
        /** The register knows exactly this seal, and it is neither suspended, voided nor replaced. */
        REGISTER,
        /** The certificate that signed is one of those that may use the seal. */
        SIGNER
    }
}
