package org.keyway.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfSealsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    @TempDir
    static Path folder;

    private static final PdfSeals SEALS = new PdfSeals(Clock.fixed(NOW, ZoneOffset.UTC));
    private static TestSealKey key;
    private static byte[] sealed;

    @BeforeAll
    static void seal() throws Exception {
        key = TestSealKey.make("Test Sealer");
        byte[] pdf = Papers.documents(folder, null)
                .render("evidence", Papers.order(Papers.organization()), SampleFacts.complete());
        sealed = SEALS.seal(pdf, key, "锁业通", "办理档案电子签章");
    }

    @Test
    void aSealedDocumentIsIntactAndNamesItsSignerAndTime() {
        assertThat(SEALS.read(sealed)).singleElement().satisfies(mark -> {
            assertThat(mark.signer()).isEqualTo(key.certificate());
            assertThat(mark.intact()).isTrue();
            assertThat(mark.at()).isEqualTo(NOW);
            assertThat(mark.seal()).isEmpty();
        });
    }

    @Test
    void anyChangedByteOutsideTheSignatureIsSeen() {
        Random random = new Random(17);
        int gap = gapStart();
        for (int i = 0; i < 300; i++) {
            byte[] changed = sealed.clone();
            int at = random.nextInt(gap - 1);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(SEALS.read(changed)).as("byte %d", at).noneMatch(SealMark::intact);
        }
    }

    @Test
    void theLastByteTheFirstByteAndTheClaimedRangeCountToo() {
        String claim = new String(sealed, StandardCharsets.ISO_8859_1);
        for (int at :
                new int[] {0, sealed.length - 1, claim.indexOf("/ByteRange") + 2, claim.indexOf("/Contents <") + 3}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThat(SEALS.read(changed)).as("byte %d", at).noneMatch(SealMark::intact);
        }
    }

    @Test
    void aChangedSignatureIsNeitherAcceptedNorFatal() {
        int gap = gapStart();
        for (int at = gap + 1; at < gap + 6000; at += 97) {
            byte[] changed = sealed.clone();
            changed[at] = (byte) (changed[at] == '0' ? '1' : '0');
            List<SealMark> marks = SEALS.read(changed);
            assertThat(marks).hasSizeLessThan(2);
        }
    }

    @Test
    void appendedUpdatesAndHiddenPaddingAreSeen() {
        byte[] longer = Arrays.copyOf(sealed, sealed.length + 12);
        assertThat(SEALS.read(longer)).noneMatch(SealMark::intact);
        byte[] padded = sealed.clone();
        int end = new String(sealed, StandardCharsets.ISO_8859_1).indexOf('>', gapStart());
        padded[end - 2] = '7';
        assertThat(SEALS.read(padded)).noneMatch(SealMark::intact);
    }

    @Test
    void aSecondSignerCannotHideAChange() throws Exception {
        byte[] changed = sealed.clone();
        changed[400] ^= 1;
        TestSealKey stranger = TestSealKey.make("Stranger");
        byte[] again = SEALS.seal(changed, stranger, "x", "x");
        assertThat(SEALS.read(again))
                .filteredOn(SealMark::intact)
                .extracting(SealMark::signer)
                .containsOnly(stranger.certificate());
    }

    @Test
    void filesWithoutSignatureHaveNone() {
        assertThat(SEALS.read(new byte[0])).isEmpty();
        assertThat(SEALS.read("%PDF-1.7 nothing <30aa>".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        String junk = "/ByteRange <30" + "80".repeat(4000) + ">";
        assertThat(SEALS.read(junk.getBytes(StandardCharsets.US_ASCII))).noneMatch(SealMark::intact);
    }

    @Test
    void anIndependentReaderAgrees() throws Exception {
        assertThat(Pdfsig.says(folder, sealed))
                .contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached");
        byte[] changed = sealed.clone();
        int stream = new String(sealed, StandardCharsets.ISO_8859_1).indexOf("stream") + 60;
        changed[stream] ^= 1;
        assertThat(Pdfsig.says(folder, changed)).doesNotContain("Signature is Valid");
    }

    private static int gapStart() {
        return new String(sealed, StandardCharsets.ISO_8859_1).indexOf("/Contents <") + 10;
    }
}
