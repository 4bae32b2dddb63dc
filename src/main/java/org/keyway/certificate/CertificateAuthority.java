package org.keyway.certificate;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The CA as a port, in two strokes: {@code prepare} checks the request and fixes what is to be signed, the caller
 * commits that, {@code issue} gets it signed. Repeating {@code issue} with the same preparation never gives a second
 * valid certificate. There is a chain for each algorithm. {@link AuthorityFailure} means: away, try again later.
 */
public interface CertificateAuthority {

    /**
     * Checks holder, validity and profile; throws {@code Problem} when the request is at fault.
     *
     * @param publicKey SubjectPublicKeyInfo in DER, of which the caller knows that the private key is where it belongs
     */
    PreparedCertificate prepare(CertificateRequest request, byte[] publicKey);

    /** Signs exactly what was prepared. */
    IssuedCertificate issue(PreparedCertificate prepared);

    /** Final; repeating it changes nothing. The next CRL that is read has it. */
    void revoke(String serial, RevocationReason reason);

    /** certificateHold, until {@link #release} or {@link #revoke}. */
    void hold(String serial);

    /** Ends a hold: the certificate leaves the next full CRL. */
    void release(String serial);

    /** The current full CRL of the issuing CA, good for at least one more day. */
    byte[] crlDer(KeyAlgorithm chain);

    /** The current CRL of the root, good for at least one more day. */
    byte[] rootCrlDer(KeyAlgorithm chain);

    /** OCSP (RFC 6960): answers a DER request with a DER response signed by a delegated responder. */
    byte[] ocsp(KeyAlgorithm chain, byte[] request);

    /** Issuing CA first, root last. */
    List<X509Certificate> chain(KeyAlgorithm chain);

    /** Who answers for what was issued before: its addresses stand in those certificates. */
    default CertificateAuthority publisher() {
        return this;
    }
}
