package org.keyway.certificate;

/** The CA's maker of seals as a port, with one key for each algorithm: a seal is of the algorithm of its user's key. */
public interface SealMaker {

    /** Certificate of the seal maker in DER. */
    byte[] certificate(KeyAlgorithm algorithm);

    /** SHA-256 with RSA PKCS#1 v1.5, or SM3 with SM2 in DER. */
    byte[] sign(KeyAlgorithm algorithm, byte[] content);
}
