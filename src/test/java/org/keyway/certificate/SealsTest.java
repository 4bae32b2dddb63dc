package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import javax.imageio.ImageIO;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealsTest {

    @TempDir
    static Path folder;

    private static House house;
    private static Seals seals;
    private static byte[] holder;

    @BeforeAll
    static void build() {
        house = new House(folder).start();
        seals = house.get(Seals.class);
        holder = house.get(Certificates.class)
                .issue(Requests.request("seal/SIGN", KeyUse.SIGN))
                .der();
    }

    @AfterEach
    void resetClock() {
        house.clock.reset();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void theStructureIsThatOfTheStandardAndTheMakerSignedIt() throws Exception {
        ASN1Sequence seal = ASN1Sequence.getInstance(seals.make(request("seal/1", "KW1")));
        ASN1Sequence info = ASN1Sequence.getInstance(seal.getObjectAt(0));
        ASN1Sequence header = ASN1Sequence.getInstance(info.getObjectAt(0));
        assertThat(header.getObjectAt(0)).hasToString("ES");
        assertThat(header.getObjectAt(1)).hasToString("4");
        assertThat(ASN1Sequence.getInstance(info.getObjectAt(2)).getObjectAt(1)).hasToString("测试建设有限公司");
        byte[] maker = ASN1OctetString.getInstance(seal.getObjectAt(1)).getOctets();
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(Pem.certificate(maker));
        check.update(new DERSequence(
                        new org.bouncycastle.asn1.ASN1Encodable[] {info, seal.getObjectAt(1), seal.getObjectAt(2)})
                .getEncoded("DER"));
        assertThat(check.verify(ASN1BitString.getInstance(seal.getObjectAt(3)).getOctets()))
                .isTrue();
    }

    @Test
    void thePictureIsRedOnNothing() throws Exception {
        byte[] png = SealPicture.png("测试建设工程招标代理有限责任公司", "3306830012345");
        if (System.getProperty("seal.out") != null) {
            java.nio.file.Files.write(Path.of(System.getProperty("seal.out")), png);
        }
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(496);
        assertThat(image.getRGB(0, 0) >>> 24).isZero();
        assertThat(image.getRGB(248, 248)).isEqualTo(0xFFD81E1E);
        assertThat(png.length).isLessThan(40_000);
        assertThat(red(image, 40, 200)).as("name").isGreaterThan(9_000);
        assertThat(red(image, 420, 478)).as("code").isGreaterThan(900);
    }

    @Test
    void aSealIsNeverDrawnWithoutItsName() {
        assertThatThrownBy(() -> SealPicture.png("", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SealPicture.png("测试\uE123", "1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("U+E123");
        assertThatThrownBy(() -> new SealLetters("/no/such/font.ttf")).hasMessageContaining("no font for seals");
    }

    /** Dots of the seal between two rows, without the ring. */
    private static int red(java.awt.image.BufferedImage image, int top, int bottom) {
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                boolean inside = Math.hypot(x - 248, y - 248) < 229;
                count += inside && image.getRGB(x, y) >>> 24 > 128 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void oneSealPerRequestAndTwelveMonthsPerYear() {
        assertThat(seals.make(request("seal/2", "KW2"))).isEqualTo(seals.make(request("seal/2", "KW2")));
        SealView made = seals.ofKey("KW2").orElseThrow();
        assertThat(made.state()).isEqualTo(SealState.CAPTURED);
        assertThat(ChronoUnit.DAYS.between(house.clock.instant(), made.notAfter()))
                .isBetween(729L, 731L);
        seals.written("seal/2");
        assertThat(seals.ofKey("KW2").orElseThrow().state()).isEqualTo(SealState.WRITTEN);
        house.clock.advance(Duration.ofDays(740));
        assertThat(seals.ofKey("KW2").orElseThrow().state()).isEqualTo(SealState.EXPIRED);
        house.clock.reset();
        seals.voidKey("KW2");
        assertThat(seals.ofKey("KW2").orElseThrow().state()).isEqualTo(SealState.VOID);
    }

    private static SealRequest request(String key, String serial) {
        return new SealRequest(key, "XB20261121000001", serial, Requests.COMPANY.displayName(), 2, null, holder);
    }
}
