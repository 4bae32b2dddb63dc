package org.keyway.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A signature of unknown origin is intact or it is not; nothing else can come of it. */
class CmsFuzzTest {

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.US_ASCII);

    private static byte[] rsa;
    private static byte[] sm2;

    @BeforeContainer
    static void sign() throws Exception {
        rsa = Cms.over(CONTENT, TestSealKey.make("Fuzz"));
        sm2 = Cms.over(CONTENT, TestSealKey.sm2("Fuzz"));
    }

    @Property(tries = 1500)
    void aChangedByteNeverMakesAnotherSignatureGood(
            @ForAll boolean withSm2,
            @ForAll @IntRange(max = 100_000) int at,
            @ForAll @IntRange(min = 1, max = 255) int mask) {
        byte[] blob = (withSm2 ? sm2 : rsa).clone();
        blob[at % blob.length] ^= (byte) mask;
        SealMark before = CmsReader.mark(withSm2 ? sm2 : rsa, CONTENT, Instant.EPOCH);
        SealMark after = CmsReader.mark(blob, CONTENT, Instant.EPOCH);
        assertThat(before.intact()).isTrue();
        assertThat(after.intact() && !after.signer().equals(before.signer())).isFalse();
        assertThat(CmsReader.mark(blob, new byte[] {1}, Instant.EPOCH).intact()).isFalse();
    }

    @Property(tries = 500)
    void bytesAreNoSignature(@ForAll @Size(max = 3000) byte[] blob) {
        assertThat(CmsReader.mark(blob, CONTENT, Instant.EPOCH).intact()).isFalse();
    }

    @Property(tries = 300)
    void filesOfAnyBytesAreRead(@ForAll @Size(max = 4000) byte[] file) {
        assertThat(new SealReader(file).marks()).noneMatch(SealMark::intact);
    }
}
