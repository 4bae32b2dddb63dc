package org.keyway.certificate;

import java.security.cert.X509Certificate;
import java.util.List;

/** The key with which this house seals the documents that it makes, as a port. SHA-256 with RSA, PKCS#1 v1.5. */
public interface DocumentSealer {

    /** The sealing certificate first, then its issuers up to the root. */
    List<X509Certificate> chain();

    /** Signature over the content. */
    byte[] sign(byte[] content);
}
