package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of the built-in CA, wherever they live: made once, found again, each of them signs what it is for. */
public abstract class CaKeysContract {

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    protected Path data;

    /** Not started yet. */
    protected abstract House house(Path folder);

    @Test
    void areMadeOnceAndFoundAgain() throws Exception {
        List<X509Certificate> chain;
        byte[] sealed;
        byte[] document;
        try (House first = house(data).start()) {
            chain = first.get(CertificateAuthority.class).chain(KeyAlgorithm.RSA_2048);
            sealed = first.get(SealMaker.class).sign(KeyAlgorithm.RSA_2048, CONTENT);
            document = first.get(DocumentSealer.class).sign(CONTENT);
        }
        try (House again = house(data).start()) {
            assertThat(again.get(CertificateAuthority.class).chain(KeyAlgorithm.RSA_2048))
                    .isEqualTo(chain);
            assertThat(again.get(SealMaker.class).sign(KeyAlgorithm.RSA_2048, CONTENT))
                    .isEqualTo(sealed);
            assertThat(again.get(DocumentSealer.class).sign(CONTENT)).isEqualTo(document);
        }
    }

    @Test
    void eachSignsWhatItIsFor() throws Exception {
        try (House house = house(data).start()) {
            CertificateAuthority authority = house.get(CertificateAuthority.class);
            PkiPublications pki = house.get(PkiPublications.class);
            for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
                X509Certificate issuing = authority.chain(algorithm).get(0);
                X509Certificate root = authority.chain(algorithm).get(1);
                root.verify(root.getPublicKey(), Signatures.provider());
                issuing.verify(root.getPublicKey(), Signatures.provider());
                signedBy(issuing, pki.crl(algorithm));
                signedBy(root, pki.rootCrl(algorithm));
                X509Certificate maker =
                        Pem.certificate(house.get(SealMaker.class).certificate(algorithm));
                maker.verify(issuing.getPublicKey(), Signatures.provider());
                byte[] sealed = house.get(SealMaker.class).sign(algorithm, CONTENT);
                assertThat(Signatures.verify(maker.getPublicKey(), CONTENT, sealed))
                        .isTrue();
                answers(pki, algorithm);
            }
            DocumentSealer sealer = house.get(DocumentSealer.class);
            X509Certificate own = sealer.chain().get(0);
            own.verify(authority.chain(KeyAlgorithm.RSA_2048).get(0).getPublicKey());
            assertThat(Signatures.verify(own.getPublicKey(), CONTENT, sealer.sign(CONTENT)))
                    .isTrue();
        }
    }

    private static void signedBy(X509Certificate issuer, byte[] crl) throws Exception {
        var list = new X509CRLHolder(crl).toASN1Structure();
        assertThat(Signatures.verify(
                        issuer.getPublicKey(),
                        list.getTBSCertList().getEncoded("DER"),
                        list.getSignature().getOctets()))
                .isTrue();
    }

    private static void answers(PkiPublications pki, KeyAlgorithm algorithm) throws Exception {
        byte[] question = Questions.about(pki.caCertificate(algorithm), java.math.BigInteger.TEN);
        var basic = (BasicOCSPResp) new OCSPResp(pki.ocsp(algorithm, question)).getResponseObject();
        var responder = new JcaX509CertificateConverter()
                .setProvider(Signatures.provider())
                .getCertificate(basic.getCerts()[0]);
        assertThat(Signatures.verify(responder.getPublicKey(), basic.getTBSResponseData(), basic.getSignature()))
                .isTrue();
    }
}
