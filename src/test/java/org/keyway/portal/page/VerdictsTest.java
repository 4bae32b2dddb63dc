package org.keyway.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.DocumentSealer;
import org.keyway.certificate.House;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.Requests;
import org.keyway.certificate.RevocationReason;
import org.keyway.certificate.SealRequest;
import org.keyway.certificate.Seals;
import org.keyway.document.PdfSeals;
import org.keyway.document.SealKey;
import org.keyway.portal.Wording;
import org.springframework.context.MessageSource;

/** A sealed file is believed, a changed one is not, and strangers learn no more than the certificate says. */
class VerdictsTest {

    private record Key(List<X509Certificate> chain, PrivateKey key) implements SealKey {
        @Override
        public byte[] sign(byte[] content) {
            try {
                Signature signature = Signature.getInstance("SHA256withRSA");
                signature.initSign(key);
                signature.update(content);
                return signature.sign();
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record HouseKey(DocumentSealer sealer) implements SealKey {
        @Override
        public List<X509Certificate> chain() {
            return sealer.chain();
        }

        @Override
        public byte[] sign(byte[] content) {
            return sealer.sign(content);
        }
    }

    @TempDir
    static Path data;

    private static House house;
    private static PdfSeals seals;
    private static Verdicts verdicts;
    private static Certificates certificates;
    private static byte[] evidence;

    @BeforeAll
    static void start() {
        house = new House(data);
        house.context.registerBean(PdfSeals.class);
        house.context.registerBean(MessageSource.class, PageRendering::wording);
        house.context.registerBean(Wording.class);
        house.context.registerBean(Verdicts.class);
        house.start();
        seals = house.get(PdfSeals.class);
        verdicts = house.get(Verdicts.class);
        certificates = house.get(Certificates.class);
        evidence = seals.seal(pdf(), new HouseKey(house.get(DocumentSealer.class)), "x", "x");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void ourEvidenceIsValidAndAChangedByteIsSeen() {
        assertThat(verdicts.of(evidence).outcome()).isEqualTo("VALID");
        assertThat(verdicts.of(evidence).certificate().good()).isTrue();
        for (int at : new int[] {8, 120, evidence.length - 3}) {
            byte[] changed = evidence.clone();
            changed[at] ^= 4;
            assertThat(verdicts.of(changed).outcome()).as("byte %d", at).isEqualTo("CHANGED");
            assertThat(verdicts.of(changed).signer()).isEmpty();
        }
    }

    @Test
    void aHoldersFileShowsTheStateOfTheCertificate() throws Exception {
        IssuedCertificate sign = certificates.issue(Requests.request("v/SIGN", KeyUse.SIGN));
        certificates.activate(sign.serial());
        byte[] file = seals.seal(pdf(), new Key(chain(sign), Requests.PAIR.getPrivate()), "x", "x");
        assertThat(verdicts.of(file).certificate().good()).isTrue();
        assertThat(verdicts.of(file).signer()).isEqualTo("测试建设有限公司");
        certificates.revoke(sign.serial(), RevocationReason.KEY_COMPROMISE);
        assertThat(verdicts.of(file).outcome()).isEqualTo("VALID");
        assertThat(verdicts.of(file).certificate().good()).isFalse();
        assertThat(verdicts.of(file).text()).contains("不是有效状态");
    }

    @Test
    void anEncryptionCertificateOrAStrangerSignsNothingHere() throws Exception {
        IssuedCertificate encrypt = certificates.issue(Requests.request("v/ENCRYPT", KeyUse.ENCRYPT));
        byte[] file = seals.seal(pdf(), new Key(chain(encrypt), Requests.PAIR.getPrivate()), "x", "x");
        assertThat(verdicts.of(file).outcome()).isEqualTo("UNKNOWN");
        byte[] forged = seals.seal(
                pdf(), new Key(house.get(DocumentSealer.class).chain(), Requests.PAIR.getPrivate()), "x", "x");
        assertThat(verdicts.of(forged).outcome()).isEqualTo("CHANGED");
        assertThat(verdicts.of(pdf()).outcome()).isEqualTo("UNKNOWN");
        assertThat(verdicts.of("junk".getBytes(StandardCharsets.UTF_8)).outcome())
                .isEqualTo("UNKNOWN");
    }

    @Test
    void aSealIsCheckedPointByPoint() {
        IssuedCertificate sign = certificates.issue(Requests.request(KeyAlgorithm.SM2, "seal/SIGN", KeyUse.SIGN));
        byte[] der = house.get(Seals.class)
                .make(new SealRequest("v", "XB20261121000001", "KWV", "测试建设有限公司", 1, null, sign.der()));
        Verdicts.FileVerdict good = verdicts.of(der);
        assertThat(good.outcome()).isEqualTo("VALID");
        assertThat(good.signer()).isEqualTo("测试建设有限公司");
        assertThat(good.reasons()).hasSize(5).allMatch(Verdicts.Reason::holds);
        house.get(Seals.class).voidKey("KWV");
        Verdicts.FileVerdict voided = verdicts.of(der);
        assertThat(voided.outcome()).isEqualTo("CHANGED");
        assertThat(voided.reasons())
                .filteredOn(reason -> !reason.holds())
                .singleElement()
                .satisfies(reason -> assertThat(reason.text()).contains("作废"));
        byte[] forged = der.clone();
        forged[forged.length - 3] ^= 1;
        assertThat(verdicts.of(forged).outcome()).isNotEqualTo("VALID");
        assertThat(verdicts.of(new byte[] {0x30, 0}).outcome()).isEqualTo("UNKNOWN");
    }

    @Test
    void aSerialIsFoundAsPeopleTypeIt() {
        IssuedCertificate sign = certificates.issue(Requests.request("s/SIGN", KeyUse.SIGN));
        String serial = sign.serial();
        Stream.of(serial, serial.toUpperCase(Locale.ROOT), "0x" + serial, " " + serial.replaceAll("..", "$0:"))
                .forEach(typed -> assertThat(verdicts.ofSerial(typed)).as(typed).isPresent());
        assertThat(verdicts.ofSerial(serial).orElseThrow().holder()).isEqualTo("测试建设有限公司");
        Stream.of("12ab", "", "' or 1=1 --", "<b>", "f".repeat(200))
                .forEach(typed -> assertThat(verdicts.ofSerial(typed)).as(typed).isEmpty());
    }

    @Test
    void aCertificatePastItsEndIsNotGood() {
        IssuedCertificate sign = certificates.issue(Requests.request("e/SIGN", KeyUse.SIGN));
        certificates.activate(sign.serial());
        house.clock.advance(java.time.Duration.ofDays(365 * 3));
        try {
            assertThat(verdicts.ofSerial(sign.serial()).orElseThrow().good()).isFalse();
        } finally {
            house.clock.reset();
        }
    }

    private static List<X509Certificate> chain(IssuedCertificate leaf) {
        List<X509Certificate> own = house.get(DocumentSealer.class).chain();
        return List.of(leaf.x509(), own.get(1), own.get(2));
    }

    private static byte[] pdf() {
        String body = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n";
        String end = "trailer<</Size 4/Root 1 0 R>>\nstartxref\n0\n%%EOF\n";
        return (body + end).getBytes(StandardCharsets.US_ASCII);
    }
}
