package org.keyway.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CaptchaTest {

    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");

    @Test
    void takesTheSumInDigitsOfBothWidths() {
        assertThat(captcha().accepts(" 12 ", NOW)).isTrue();
        assertThat(captcha().accepts("１２", NOW)).isTrue();
        assertThat(captcha().accepts("13", NOW)).isFalse();
        assertThat(captcha().accepts("", NOW)).isFalse();
    }

    @Test
    void isGoodOnce() {
        Captcha captcha = captcha();
        assertThat(captcha.accepts("1", NOW)).isFalse();
        assertThat(captcha.accepts("12", NOW)).isFalse();
    }

    @Test
    void isGoodForAShortTime() {
        assertThat(captcha().accepts("12", NOW.plusSeconds(301))).isFalse();
    }

    @Test
    void isDrawnDifferentlyEachTime() throws Exception {
        CaptchaPicture picture = new CaptchaPicture(RandomGenerator.getDefault());
        byte[] one = picture.draw("5 + 7 = ?");
        assertThat(picture.draw("5 + 7 = ?")).isNotEqualTo(one);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(one));
        assertThat(image.getWidth()).isEqualTo(240);
    }

    private static Captcha captcha() {
        return new Captcha(5, 7, false, NOW.plusSeconds(300));
    }
}
