package org.keyway.document;

import java.security.cert.X509Certificate;
import java.util.List;

/** The key that seals a document; whoever asks for the seal brings it along. */
public interface SealKey {

    /** Certificate of the key first, then its issuers up to the root. */
    List<X509Certificate> chain();

    /** sha256WithRSAEncryption over the content. */
    byte[] sign(byte[] content);
}
