package org.keyway.portal.account;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** Draws a short text, each sign turned and moved a little, with lines across. */
final class CaptchaPicture {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 80;
    private static final int LINES = 5;

    private final RandomGenerator random;

    CaptchaPicture(RandomGenerator random) {
        this.random = random;
    }

    byte[] draw(String text) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xf4f8fc));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < LINES; i++) {
            line(pen);
        }
        String signs = text.replace(" ", "");
        for (int i = 0; i < signs.length(); i++) {
            sign(pen, signs.charAt(i), 20 + i * (WIDTH - 40) / signs.length());
        }
        line(pen);
        pen.dispose();
        return png(image);
    }

    private void sign(Graphics2D pen, char sign, int x) {
        AffineTransform before = pen.getTransform();
        pen.setColor(ink(90));
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 40 + random.nextInt(8)));
        pen.translate(x + random.nextInt(6), 54 + random.nextInt(12) - 6);
        pen.rotate((random.nextDouble() - 0.5) * 0.6);
        pen.drawString(String.valueOf(sign), 0, 0);
        pen.setTransform(before);
    }

    private void line(Graphics2D pen) {
        pen.setColor(ink(190));
        pen.setStroke(new BasicStroke(1.5f));
        pen.draw(new CubicCurve2D.Double(
                0,
                random.nextInt(HEIGHT),
                80,
                random.nextInt(HEIGHT),
                160,
                random.nextInt(HEIGHT),
                WIDTH,
                random.nextInt(HEIGHT)));
    }

    private Color ink(int lightest) {
        return new Color(random.nextInt(lightest), random.nextInt(lightest), random.nextInt(lightest));
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
