package org.keyway.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.certificate.CertificateAuthority;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.House;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.PkiPublications;
import org.keyway.certificate.Requests;
import org.keyway.certificate.Tool;

/** A stamp made under a certificate of ours (RSA): poppler, OpenSSL with our chain and we agree, also when it is spoilt. */
class StampAgreementTest {

    @TempDir
    static Path folder;

    private static House house;
    private static Tool openssl;
    private static PdfSeals seals;
    private static byte[] stamped;
    private static List<X509Certificate> chain;

    @BeforeAll
    static void stamp() throws Exception {
        openssl = Tool.of("openssl", folder);
        Tool.of("pdfsig", folder);
        house = new House(folder.resolve("data")).start();
        IssuedCertificate sign = house.get(Certificates.class).issue(Requests.request("stamp/agreement", KeyUse.SIGN));
        chain = new ArrayList<>(List.of(sign.x509()));
        chain.addAll(house.get(CertificateAuthority.class).chain(KeyAlgorithm.RSA_2048));
        Files.writeString(
                folder.resolve("cas.pem"), house.get(PkiPublications.class).chainPem(KeyAlgorithm.RSA_2048));
        byte[] sheet =
                Papers.documents(folder, null).render("order-sheet", Papers.order(Papers.organization()), Map.of());
        PdfStamps stamps = new PdfStamps(Clock.systemUTC());
        seals = new PdfSeals(Clock.systemUTC());
        StampDraft draft =
                stamps.draft(sheet, new Stamp(chain, new byte[300], PdfStampsTest.picture(), 100, 190, "测试", "测试盖章"));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(Requests.PAIR.getPrivate());
        signature.update(draft.toBeSigned());
        stamped = stamps.complete(draft, chain, new byte[300], signature.sign());
    }

    @AfterAll
    static void close() {
        if (house != null) {
            house.close();
        }
    }

    @Test
    void allSayYes() throws Exception {
        assertThat(seals.read(stamped)).singleElement().matches(SealMark::intact);
        assertThat(Pdfsig.says(folder, stamped)).contains("Signature is Valid", "Total document signed");
        assertThat(cms(stamped)).contains("CMS Verification successful");
    }

    @Test
    void allSayNoAfterAChangedByte() throws Exception {
        int gap = new String(stamped, StandardCharsets.ISO_8859_1).indexOf("/Contents <");
        List<String> fooled = new ArrayList<>();
        for (int at = 1000; at < gap - 2; at += gap / 12) {
            byte[] changed = stamped.clone();
            changed[at] ^= 1;
            if (seals.read(changed).stream().anyMatch(SealMark::intact)) {
                fooled.add("we, byte " + at);
            }
            if (Pdfsig.says(folder, changed).contains("Signature is Valid")) {
                fooled.add("pdfsig, byte " + at);
            }
            if (cms(content(stamped, changed), contents(stamped)).contains("successful")) {
                fooled.add("openssl, byte " + at);
            }
        }
        assertThat(fooled).isEmpty();
    }

    private static String cms(byte[] pdf) throws Exception {
        return cms(content(pdf, pdf), contents(pdf));
    }

    private static String cms(byte[] content, byte[] signature) throws Exception {
        Files.write(folder.resolve("content.bin"), content);
        Files.write(folder.resolve("signature.der"), signature);
        return openssl.run(
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "signature.der",
                "-content",
                "content.bin",
                "-CAfile",
                "cas.pem",
                "-purpose",
                "any",
                "-out",
                "said.bin");
    }

    /** What the byte range of the genuine file covers, in these bytes. */
    private static byte[] content(byte[] genuine, byte[] bytes) throws Exception {
        try (PDDocument document = Loader.loadPDF(genuine)) {
            PDSignature signature = document.getLastSignatureDictionary();
            int[] range = signature.getByteRange();
            ByteArrayOutputStream covered = new ByteArrayOutputStream();
            covered.write(bytes, range[0], range[1]);
            covered.write(bytes, range[2], range[3]);
            return covered.toByteArray();
        }
    }

    /** The CMS without the zeros that fill its place. */
    private static byte[] contents(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            byte[] padded = document.getLastSignatureDictionary().getContents();
            try (ASN1InputStream in = new ASN1InputStream(padded)) {
                return in.readObject().getEncoded();
            }
        }
    }
}
