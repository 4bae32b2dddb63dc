package org.keyway.certificate;

/**
 * The CA's maker of seals as a port. SHA-256 with RSA for now; SM3 with SM2 (GB/T 32918) comes with the SM2 chain, and
 * {@code algorithm} says which it was.
 */
public interface SealMaker {

    /** Certificate of the seal maker in DER. */
    byte[] certificate();

    /** Object identifier of the signature algorithm. */
    String algorithm();

    byte[] sign(byte[] content);
}
