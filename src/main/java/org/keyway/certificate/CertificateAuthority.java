package org.keyway.certificate;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The CA as a port, in two strokes: {@code prepare} checks the request and fixes every byte to be signed, the caller
 * commits that, {@code issue} signs it. Repeating {@code issue} with the same preparation gives the same certificate.
 */
public interface CertificateAuthority {

    /** Checks proof of possession and profile; throws {@code Problem} when the request is at fault. */
    PreparedCertificate prepare(CertificateRequest request);

    /** Lints and signs exactly what was prepared. */
    IssuedCertificate issue(PreparedCertificate prepared);

    /** Final; a new full CRL exists when this returns. */
    void revoke(String serial, RevocationReason reason);

    /** certificateHold, until {@link #release} or {@link #revoke}. */
    void hold(String serial);

    /** Ends a hold: the certificate leaves the next full CRL. */
    void release(String serial);

    /** The current full CRL of the issuing CA, good for at least one more day. */
    byte[] crlDer();

    /** The current CRL of the root, good for at least one more day. */
    byte[] rootCrlDer();

    /** OCSP (RFC 6960): answers a DER request with a DER response signed by a delegated responder. */
    byte[] ocsp(byte[] request);

    /** Issuing CA first, root last. */
    List<X509Certificate> chain();
}
