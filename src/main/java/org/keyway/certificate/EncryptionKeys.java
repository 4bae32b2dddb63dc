package org.keyway.certificate;

import org.springframework.stereotype.Service;

/** Encryption certificates whose key pair comes from the key management centre. */
@Service
public final class EncryptionKeys {

    private final KeyManagementCentre centre;
    private final Certificates certificates;

    EncryptionKeys(KeyManagementCentre centre, Certificates certificates) {
        this.centre = centre;
        this.certificates = certificates;
    }

    /** A certificate and, for the token alone, its private key: {@link KeyManagementCentre.Delivery#envelope()}. */
    public record Enveloped(IssuedCertificate certificate, byte[] envelope) {}

    /**
     * Repeating it gives the same certificate and the same key, in a new envelope.
     *
     * @param request for {@link KeyUse#ENCRYPT}; its {@code csrDer} is not read
     * @param signingKey SubjectPublicKeyInfo in DER of the token's signing key
     */
    public Enveloped deliver(CertificateRequest request, byte[] signingKey) {
        Csr.attested(signingKey);
        KeyManagementCentre.Delivery delivery = centre.deliver(request.requestKey(), signingKey);
        return new Enveloped(certificates.issueAttested(request, delivery.publicKey()), delivery.envelope());
    }
}
