package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every CA has to do for us, whatever is behind the port. */
public abstract class CertificateAuthorityContract {

    protected abstract CertificateAuthority authority();

    /** Makes what was issued known to the register, which the adapter may ask. */
    protected abstract void known(CertificateRequest request, IssuedCertificate certificate);

    /** The list of whoever signed. */
    protected abstract byte[] crl(KeyAlgorithm algorithm);

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void aCertificateIsForTheKeyAndTheHolderUnderTheChain(KeyAlgorithm algorithm) throws Exception {
        CertificateRequest request = request(algorithm, KeyUse.SIGN);
        X509Certificate made = issued(request).x509();
        made.verify(authority().chain(algorithm).get(0).getPublicKey(), Signatures.provider());
        assertThat(made.getPublicKey().getEncoded())
                .isEqualTo(Csr.parse(request.csrDer()).publicKeyDer());
        assertThat(made.getSubjectX500Principal().getName()).contains("CN=测试建设有限公司");
        assertThat(made.getKeyUsage()).startsWith(true, true, false);
        assertThat(made.getBasicConstraints()).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void theSamePreparationGivesTheSameCertificate(KeyAlgorithm algorithm) {
        PreparedCertificate prepared = prepared(request(algorithm, KeyUse.ENCRYPT));
        assertThat(authority().issue(prepared).der())
                .isEqualTo(authority().issue(prepared).der());
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void heldReleasedAndRevoked(KeyAlgorithm algorithm) throws Exception {
        CertificateRequest request = request(algorithm, KeyUse.SIGN);
        IssuedCertificate certificate = issued(request);
        known(request, certificate);
        assertThat(reason(algorithm, certificate)).isEqualTo(-1);
        authority().hold(certificate.serial());
        assertThat(reason(algorithm, certificate)).isEqualTo(6);
        authority().release(certificate.serial());
        assertThat(reason(algorithm, certificate)).isEqualTo(-1);
        authority().revoke(certificate.serial(), RevocationReason.KEY_COMPROMISE);
        assertThat(reason(algorithm, certificate)).isEqualTo(1);
        authority().revoke(certificate.serial(), RevocationReason.KEY_COMPROMISE);
        assertThat(reason(algorithm, certificate)).as("told twice").isEqualTo(1);
    }

    protected IssuedCertificate issued(CertificateRequest request) {
        return authority().issue(prepared(request));
    }

    protected PreparedCertificate prepared(CertificateRequest request) {
        return authority().prepare(request, Csr.parse(request.csrDer()).publicKeyDer());
    }

    protected static CertificateRequest request(KeyAlgorithm algorithm, KeyUse use) {
        return Requests.request(algorithm, "contract/" + System.nanoTime(), use);
    }

    private int reason(KeyAlgorithm algorithm, IssuedCertificate certificate) throws Exception {
        var entry = new X509CRLHolder(crl(algorithm)).getRevokedCertificate(new BigInteger(certificate.serial(), 16));
        return entry == null
                ? -1
                : ASN1Enumerated.getInstance(
                                entry.getExtension(Extension.reasonCode).getParsedValue())
                        .intValueExact();
    }
}
