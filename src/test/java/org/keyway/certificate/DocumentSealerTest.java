package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentSealerTest {

    private static final byte[] CONTENT = "a document".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    @Test
    void theKeyIsMadeOnceAndKept() throws Exception {
        X509Certificate first;
        try (House house = new House(data).start()) {
            first = house.get(DocumentSealer.class).chain().get(0);
        }
        assertThat(data.resolve("ca/document-sealer.p12")).exists();
        try (House again = new House(data).start()) {
            DocumentSealer sealer = again.get(DocumentSealer.class);
            assertThat(sealer.chain().get(0)).isEqualTo(first);
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(first);
            check.update(CONTENT);
            assertThat(check.verify(sealer.sign(CONTENT))).isTrue();
        }
    }

    @Test
    void aCaThatIsOlderThanTheSealerGetsOne() throws Exception {
        try (House house = new House(data).start()) {
            assertThat(house.get(CertificateAuthority.class).chain(KeyAlgorithm.RSA_2048))
                    .hasSize(2);
        }
        Files.delete(data.resolve("ca/document-sealer.p12"));
        try (House house = new House(data).start()) {
            assertThat(house.get(DocumentSealer.class).chain()).hasSize(3);
        }
    }

    @Test
    void theCertificateChainsToTheRootAndMaySignDocumentsOnly() throws Exception {
        try (House house = new House(data).start()) {
            List<X509Certificate> chain = house.get(DocumentSealer.class).chain();
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(chain.get(2), null)));
            parameters.setRevocationEnabled(false);
            var path = CertificateFactory.getInstance("X.509").generateCertPath(chain.subList(0, 2));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            X509Certificate own = chain.get(0);
            assertThat(own.getExtendedKeyUsage()).contains("1.3.6.1.5.5.7.3.36");
            assertThat(own.getBasicConstraints()).isEqualTo(-1);
            assertThat(own.getKeyUsage()).startsWith(true, true, false, false, false, false, false);
            assertThat(house.jdbc
                            .sql("select count(*) from softca_certificate where serial = ?")
                            .param(own.getSerialNumber().toString(16))
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
    }

    @Test
    void houseHolderAndStrangerAreToldApart() throws Exception {
        try (House house = new House(data).start()) {
            Signatories signatories = house.get(Signatories.class);
            List<X509Certificate> chain = house.get(DocumentSealer.class).chain();
            Certificates certificates = house.get(Certificates.class);
            var sign = certificates.issue(Requests.request("t/SIGN", KeyUse.SIGN));
            var encrypt = certificates.issue(Requests.request("t/ENCRYPT", KeyUse.ENCRYPT));
            assertThat(signatories.isHouse(chain.get(0))).isTrue();
            assertThat(signatories.isHouse(sign.x509())).isFalse();
            assertThat(signatories.holder(sign.x509()))
                    .map(CertificateView::serial)
                    .contains(sign.serial());
            assertThat(signatories.holder(encrypt.x509())).isEmpty();
            assertThat(signatories.holder(chain.get(1))).isEmpty();
            assertThat(signatories.find("12ab")).isEmpty();
        }
    }
}
