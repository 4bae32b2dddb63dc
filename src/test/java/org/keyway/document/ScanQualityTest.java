package org.keyway.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.order.material.PaperQuality.Flaw;

class ScanQualityTest {

    @ParameterizedTest
    @ValueSource(ints = {800, 1200, 2400})
    void aCleanScanHasNoFlaw(int height) {
        assertThat(ScanQuality.of(page(height * 7 / 10, height))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {800, 1200})
    void aScanOutOfFocusIsBlurred(int height) {
        assertThat(ScanQuality.of(blurred(page(height * 7 / 10, height), 9))).containsExactly(Flaw.BLURRED);
    }

    @Test
    void theGrainOfALargeScanIsNoBlur() {
        assertThat(ScanQuality.of(blurred(page(1820, 2600), 3))).isEmpty();
    }

    @Test
    void aPageWithNothingButGrainAndADarkEdgeIsBlank() {
        BufferedImage page = new BufferedImage(700, 1000, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 1000; y++) {
            for (int x = 0; x < 700; x++) {
                page.setRGB(x, y, new Color(225 + (x * 7 + y * 13) % 20, 230, 230).getRGB());
            }
        }
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.BLACK);
        graphics.fillRect(0, 0, 12, 1000);
        graphics.dispose();
        assertThat(ScanQuality.of(page)).containsExactly(Flaw.BLANK);
    }

    @Test
    void aThumbnailIsSmall() {
        assertThat(ScanQuality.of(page(240, 320))).containsExactly(Flaw.SMALL);
    }

    private static BufferedImage page(int width, int height) {
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        int stroke = Math.max(2, height / 300);
        for (int y = height / 10; y < height * 9 / 10; y += stroke * 7) {
            for (int x = width / 10; x < width * 9 / 10; x += stroke * 5) {
                graphics.fillRect(x, y, stroke * (1 + (x + y) % 3), stroke * 3);
            }
        }
        graphics.dispose();
        return page;
    }

    private static BufferedImage blurred(BufferedImage sharp, int size) {
        float[] weights = new float[size * size];
        Arrays.fill(weights, 1f / weights.length);
        ConvolveOp blur = new ConvolveOp(new Kernel(size, size, weights), ConvolveOp.EDGE_NO_OP, null);
        return blur.filter(blur.filter(sharp, null), null);
    }
}
