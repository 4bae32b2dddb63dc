package org.keyway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfStampsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final byte[] SEAL = new byte[30_000];

    @TempDir
    static Path folder;

    private static final PdfStamps STAMPS = new PdfStamps(Clock.fixed(NOW, ZoneOffset.UTC));
    private static final PdfSeals SEALS = new PdfSeals(Clock.fixed(NOW, ZoneOffset.UTC));
    private static byte[] pdf;

    @BeforeAll
    static void sheet() {
        pdf = Papers.documents(folder, null).render("order-sheet", Papers.order(Papers.organization()), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "SM2"})
    void aStampFromAfarIsIntactShowsItsSealAndCarriesIt(String algorithm) throws Exception {
        TestSealKey key = key(algorithm);
        byte[] stamped = stamped(key);
        assertThat(SEALS.read(stamped)).singleElement().satisfies(mark -> {
            assertThat(mark.intact()).isTrue();
            assertThat(mark.signer()).isEqualTo(key.certificate());
            assertThat(mark.at()).isEqualTo(NOW);
            assertThat(mark.seal()).isEqualTo(SEAL);
        });
        try (PDDocument document = Loader.loadPDF(stamped)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 72);
            assertThat(new Color(page.getRGB((int) (121 * 72 / 25.4), (int) (211 * 72 / 25.4))))
                    .isEqualTo(Color.RED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "SM2"})
    void aChangedByteIsSeen(String algorithm) throws Exception {
        byte[] stamped = stamped(key(algorithm));
        int gap = new String(stamped, StandardCharsets.ISO_8859_1).indexOf("/Contents <") + 10;
        for (int at = 9; at < gap - 1; at += 211) {
            byte[] changed = stamped.clone();
            changed[at] ^= 1;
            assertThat(SEALS.read(changed)).as("byte %d", at).noneMatch(SealMark::intact);
        }
        byte[] otherSeal = stamped.clone();
        int inside = new String(stamped, StandardCharsets.ISO_8859_1).indexOf("0".repeat(2000), gap) + 1000;
        otherSeal[inside] = '1';
        assertThat(SEALS.read(otherSeal)).noneMatch(SealMark::intact);
    }

    @Test
    void theSignatureOfAnotherKeyIsNotIntact() throws Exception {
        TestSealKey key = key("RSA");
        StampDraft draft = STAMPS.draft(pdf, stamp(key));
        byte[] forged = STAMPS.complete(draft, key.chain(), SEAL, key("RSA").sign(draft.toBeSigned()));
        assertThat(SEALS.read(forged)).noneMatch(SealMark::intact);
        assertThat(SEALS.read(draft.pdf())).noneMatch(SealMark::intact);
    }

    /** The template keeps 54 by 54 mm free around the seal: what is printed does not reach it. */
    @Test
    void theSheetForTestStampsFitsOnePageAndKeepsTheSealsPlaceFree() throws Exception {
        Map<String, Object> facts = Map.ofEntries(
                Map.entry("keySerial", "KW00000000018"),
                Map.entry("keyIndex", 1),
                Map.entry("certificateSerial", "9abb3dc717f6ddb0ccd2205685785a90"),
                Map.entry("certificateFrom", "2026-11-21"),
                Map.entry("certificateTo", "2027-11-21"),
                Map.entry("algorithm", "RSA 2048 位，SHA-256"),
                Map.entry("sealName", "测试建设工程集团有限公司"),
                Map.entry("sealId", "0123456789abcdef0123456789abcdef"),
                Map.entry("sealFrom", "2026-11-21"),
                Map.entry("sealTo", "2027-11-21"),
                Map.entry("stampedAt", "2026-11-21 10:00"));
        byte[] sheet = Papers.documents(folder, null).render("test-stamp", Papers.order(Papers.organization()), facts);
        try (PDDocument document = Loader.loadPDF(sheet)) {
            assertThat(document.getNumberOfPages()).isOne();
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 72);
            for (int x = 124; x < 162; x += 2) {
                for (int y = 180; y < 218; y += 2) {
                    int rgb = page.getRGB((int) (x * 72 / 25.4), (int) (y * 72 / 25.4));
                    assertThat(new Color(rgb)).as("at %d, %d mm", x, y).isEqualTo(Color.WHITE);
                }
            }
        }
        TestSealKey key = key("RSA");
        StampDraft draft = STAMPS.draft(sheet, new Stamp(key.chain(), SEAL, picture(), 122, 178, "测试", "测试盖章"));
        byte[] stamped = STAMPS.complete(draft, key.chain(), SEAL, key.sign(draft.toBeSigned()));
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve("test-stamp.pdf"), stamped);
        assertThat(SEALS.read(stamped)).singleElement().matches(SealMark::intact);
    }

    @Test
    void aSignatureThatDoesNotFitIsAFault() throws Exception {
        TestSealKey key = key("RSA");
        StampDraft draft = STAMPS.draft(pdf, stamp(key));
        assertThatThrownBy(() -> STAMPS.complete(draft, key.chain(), SEAL, new byte[40_000]))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anIndependentReaderAgrees() throws Exception {
        byte[] stamped = stamped(key("RSA"));
        assertThat(Pdfsig.says(folder, stamped))
                .contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached");
        byte[] changed = stamped.clone();
        int stream = new String(stamped, StandardCharsets.ISO_8859_1).indexOf("stream") + 60;
        changed[stream] ^= 1;
        assertThat(Pdfsig.says(folder, changed)).doesNotContain("Signature is Valid");
        if (System.getProperty("stamp.out") != null) {
            Files.write(Path.of(System.getProperty("stamp.out")), stamped);
        }
    }

    private static TestSealKey key(String algorithm) throws Exception {
        return algorithm.equals("SM2") ? TestSealKey.sm2("Test SM2") : TestSealKey.make("Test RSA");
    }

    private static byte[] stamped(TestSealKey key) throws Exception {
        StampDraft draft = STAMPS.draft(pdf, stamp(key));
        return STAMPS.complete(draft, key.chain(), SEAL, key.sign(draft.toBeSigned()));
    }

    private static Stamp stamp(TestSealKey key) throws Exception {
        return new Stamp(key.chain(), SEAL, picture(), 100, 190, "测试", "测试盖章");
    }

    static byte[] picture() throws Exception {
        BufferedImage image = new BufferedImage(60, 60, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 3600; i++) {
            image.setRGB(i % 60, i / 60, Color.RED.getRGB());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
