package org.keyway.certificate.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.certificate.AuthorityFailure;
import org.keyway.certificate.CertificateAuthority;
import org.keyway.certificate.CertificateAuthorityContract;
import org.keyway.certificate.CertificateRequest;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.House;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyToken;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.PkiPublications;
import org.keyway.certificate.Requests;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** The contract of a CA with the RSA keys in SoftHSM, and what it does while the token is pulled. */
class TokenCertificateAuthorityTest extends CertificateAuthorityContract {

    @TempDir
    static Path folder;

    private static final AtomicBoolean PULLED = new AtomicBoolean();
    private static House house;

    /** The real token behind a plug that can be pulled. */
    private record Pluggable(KeyToken token) implements KeyToken {

        @Override
        public byte[] pair(String name, int bits) {
            return token.pair(name, bits);
        }

        @Override
        public byte[] sign(String name, byte[] content) {
            if (PULLED.get()) {
                throw new AuthorityFailure("token", "no token is plugged in");
            }
            return token.sign(name, content);
        }
    }

    @BeforeAll
    static void start() {
        house = CaToken.fresh(folder.resolve("counters")).house(folder.resolve("data"));
        house.context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof KeyToken token ? new Pluggable(token) : bean;
            }
        });
        house.start();
    }

    @AfterAll
    static void close() {
        if (house != null) {
            house.close();
        }
    }

    @Test
    void whileTheTokenIsPulledNothingIsLost() throws Exception {
        Certificates certificates = house.get(Certificates.class);
        PkiPublications pki = house.get(PkiPublications.class);
        IssuedCertificate held = certificates.issue(Requests.request("token/held", KeyUse.SIGN));
        byte[] list = pki.crl(KeyAlgorithm.RSA_2048);
        CertificateRequest request = Requests.request("token/pulled", KeyUse.SIGN);
        PULLED.set(true);
        try {
            assertThatThrownBy(() -> certificates.issue(request)).isInstanceOf(AuthorityFailure.class);
            certificates.activate(held.serial());
            certificates.hold(held.serial());
            assertThat(pki.crl(KeyAlgorithm.RSA_2048)).as("the former list").isEqualTo(list);
            assertThat(new OCSPResp(pki.ocsp(KeyAlgorithm.RSA_2048, question(pki))).getStatus())
                    .isEqualTo(OCSPResp.TRY_LATER);
        } finally {
            PULLED.set(false);
        }
        assertThat(certificates.issue(request).der()).isNotEmpty();
        assertThat(new OCSPResp(pki.ocsp(KeyAlgorithm.RSA_2048, question(pki))).getStatus())
                .isEqualTo(OCSPResp.SUCCESSFUL);
    }

    private static byte[] question(PkiPublications pki) throws Exception {
        var digests = new org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder().build();
        var ca = new org.bouncycastle.cert.X509CertificateHolder(pki.caCertificate(KeyAlgorithm.RSA_2048));
        var id = new org.bouncycastle.cert.ocsp.CertificateID(
                digests.get(org.bouncycastle.cert.ocsp.CertificateID.HASH_SHA1), ca, java.math.BigInteger.TEN);
        return new org.bouncycastle.cert.ocsp.OCSPReqBuilder()
                .addRequest(id)
                .build()
                .getEncoded();
    }

    @Override
    protected CertificateAuthority authority() {
        return house.get(CertificateAuthority.class);
    }

    @Override
    protected void known(CertificateRequest request, IssuedCertificate certificate) {
        // it keeps books of its own
    }

    @Override
    protected byte[] crl(KeyAlgorithm algorithm) {
        return authority().crlDer(algorithm);
    }
}
