package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SM2 signatures one by one: OpenSSL (with the identity) and we say yes, and no after any changed byte. */
class Sm2TamperingTest {

    private static final KeyAlgorithm SM2 = KeyAlgorithm.SM2;
    private static final int STEP = 29;

    @TempDir
    static Path folder;

    private static House house;
    private static Openssl openssl;
    private static PkiPublications pki;
    private static IssuedCertificate sign;

    @BeforeAll
    static void issue() throws Exception {
        openssl = Openssl.in(folder);
        house = new House(folder.resolve("data")).start();
        pki = house.get(PkiPublications.class);
        sign = house.get(Certificates.class).issue(Requests.request(SM2, "sm2/tampering", KeyUse.SIGN));
        openssl.pem("ca.pem", "CERTIFICATE", pki.caCertificate(SM2));
    }

    @AfterAll
    static void close() {
        if (house != null) {
            house.close();
        }
    }

    @Test
    void aCertificate() throws Exception {
        var certificate = new X509CertificateHolder(sign.der());
        byte[] content = certificate.toASN1Structure().getTBSCertificate().getEncoded("DER");
        everyChangeIsSeen("ca.pem", pki.caCertificate(SM2), content, certificate.getSignature());
    }

    @Test
    void aRevocationList() throws Exception {
        CertificateList list = CertificateList.getInstance(pki.crl(SM2));
        byte[] content = list.getTBSCertList().getEncoded("DER");
        everyChangeIsSeen(
                "ca.pem", pki.caCertificate(SM2), content, list.getSignature().getOctets());
    }

    @Test
    void aStatusAnswer() throws Exception {
        byte[] question = Questions.about(pki.caCertificate(SM2), sign.x509().getSerialNumber());
        var basic = (BasicOCSPResp) new OCSPResp(pki.ocsp(SM2, question)).getResponseObject();
        byte[] responder = basic.getCerts()[0].getEncoded();
        openssl.pem("responder.pem", "CERTIFICATE", responder);
        everyChangeIsSeen("responder.pem", responder, basic.getTBSResponseData(), basic.getSignature());
    }

    @Test
    void aSeal() throws Exception {
        byte[] der = house.get(Seals.class)
                .make(new SealRequest("sm2/tampered", "XB20261121000001", "KWSM2", "测试建设有限公司", 1, null, sign.der()));
        SealFile seal = SealFile.parse(der);
        openssl.pem("maker.pem", "CERTIFICATE", seal.maker().getEncoded());
        everyChangeIsSeen("maker.pem", seal.maker().getEncoded(), ends(seal.signed()), seal.signature(), seal.signed());
        SealVerifier verifier = house.get(SealVerifier.class);
        for (int at = 0; at < der.length; at += der.length / 150) {
            byte[] changed = der.clone();
            changed[at] ^= 0x10;
            assertThat(verifier.check(changed).good()).as("byte %d", at).isFalse();
        }
    }

    private static void everyChangeIsSeen(String file, byte[] signer, byte[] content, byte[] signature)
            throws Exception {
        List<Integer> all = new ArrayList<>();
        for (int at = 2; at < content.length; at += STEP) {
            all.add(at);
        }
        everyChangeIsSeen(file, signer, all, signature, content);
    }

    private static void everyChangeIsSeen(
            String file, byte[] signer, List<Integer> places, byte[] signature, byte[] content) throws Exception {
        var key = new IssuedCertificate("", signer).x509().getPublicKey();
        assertThat(openssl.verifiesSm2(file, content, signature)).contains("Signature Verified Successfully");
        assertThat(Signatures.verify(key, content, signature)).isTrue();
        List<String> fooled = new ArrayList<>();
        for (int at : places) {
            byte[] changed = changed(content, at);
            if (openssl.verifiesSm2(file, changed, signature).contains("Successfully")
                    || Signatures.verify(key, changed, signature)) {
                fooled.add("content, byte " + at);
            }
        }
        for (int at = 0; at < signature.length; at += 7) {
            byte[] changed = changed(signature, at);
            if (openssl.verifiesSm2(file, content, changed).contains("Successfully")
                    || Signatures.verify(key, content, changed)) {
                fooled.add("signature, byte " + at);
            }
        }
        assertThat(fooled).isEmpty();
    }

    /** A seal's picture is long: places at its beginning and its end, and some between. */
    private static List<Integer> ends(byte[] content) {
        List<Integer> places = new ArrayList<>();
        for (int at = 2; at < 200; at += STEP) {
            places.add(at);
            places.add(content.length - at);
            places.add(content.length / 2 + at);
        }
        return places;
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 0x10;
        return changed;
    }
}
