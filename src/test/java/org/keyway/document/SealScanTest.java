package org.keyway.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealScanTest {

    @Test
    void theSealIsCroppedAndTheTextBehindItIsGone() {
        SealScan scan = SealScan.of(sheet(true)).orElseThrow();
        assertThat(scan.box().getCenterX()).isBetween(492.0, 508.0);
        assertThat(scan.box().getCenterY()).isBetween(692.0, 708.0);
        assertThat(scan.box().width).isBetween(180, 220);
        BufferedImage picture = scan.picture(496);
        assertThat(alpha(picture, 248, 248)).as("star").isGreaterThan(200);
        assertThat(alpha(picture, 2, 2)).as("corner").isZero();
        assertThat(alpha(picture, 120, 248)).as("black text inside").isLessThan(30);
        assertThat(picture.getRGB(248, 248) & 0xFFFFFF).isEqualTo(0xD81E1E);
    }

    @Test
    void aSheetWithoutAClearSealHasNone() {
        assertThat(SealScan.of(sheet(false))).isEmpty();
        BufferedImage line = paper();
        Graphics2D pen = line.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(50, 400, 700, 20);
        pen.fillRect(100, 900, 30, 30);
        assertThat(SealScan.of(line)).as("a red line and a dot").isEmpty();
        pen.fillRect(200, 500, 300, 300);
        assertThat(SealScan.of(line)).as("a red square").isEmpty();
    }

    private static int alpha(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) >>> 24;
    }

    private static BufferedImage sheet(boolean sealed) {
        BufferedImage image = paper();
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.BLACK);
        for (int y = 100; y < 1100; y += 40) {
            pen.fillRect(80, y, 640, 14);
        }
        if (sealed) {
            pen.setColor(new Color(205, 40, 45));
            pen.setStroke(new BasicStroke(8));
            pen.drawOval(404, 604, 192, 192);
            pen.fillOval(470, 670, 60, 60);
        }
        Random noise = new Random(7);
        for (int i = 0; i < 400; i++) {
            image.setRGB(noise.nextInt(827), noise.nextInt(1169), 0xE05050);
        }
        return image;
    }

    private static BufferedImage paper() {
        BufferedImage image = new BufferedImage(827, 1169, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(250, 248, 240));
        pen.fillRect(0, 0, 827, 1169);
        return image;
    }
}
