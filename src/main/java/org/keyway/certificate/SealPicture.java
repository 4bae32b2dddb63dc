package org.keyway.certificate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * Draws the round red seal, 42 mm at 300 dpi: ring, star, the name on the upper arc, a code on the lower one; 16 steps of
 * one red as indexed PNG.
 */
final class SealPicture {

    static final int SIZE = 496;
    static final Color RED = new Color(0xD8, 0x1E, 0x1E);

    private static final double CENTRE = SIZE / 2.0;
    private static final double NAME_RADIUS = 170;
    private static final double CODE_RADIUS = 222;
    private static final double NAME_HEIGHT = 60;
    private static final double CODE_HEIGHT = 26;

    private SealPicture() {}

    /** Fails rather than leave a letter out. */
    static byte[] png(String name, String code) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a seal needs a name");
        }
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(RED);
        canvas.setStroke(new BasicStroke(14));
        canvas.draw(new Ellipse2D.Double(10, 10, SIZE - 20, SIZE - 20));
        canvas.fill(star(72));
        upperArc(canvas, name.codePoints().toArray());
        lowerArc(canvas, code.codePoints().toArray());
        canvas.dispose();
        return encode(image);
    }

    private static void upperArc(Graphics2D canvas, int[] letters) {
        double sweep = Math.toRadians(Math.min(250, 26.0 * letters.length));
        double step = letters.length < 2 ? 0 : sweep / (letters.length - 1);
        double width = letters.length < 2 ? 1.0 : Math.min(1.0, step * 190 / 62);
        for (int i = 0; i < letters.length; i++) {
            place(canvas, letters[i], i * step - step * (letters.length - 1) / 2, -NAME_RADIUS, width, NAME_HEIGHT);
        }
    }

    /** Feet outwards, so that it reads from left to right. */
    private static void lowerArc(Graphics2D canvas, int[] letters) {
        double step = Math.toRadians(5.2);
        for (int i = 0; i < letters.length; i++) {
            place(canvas, letters[i], step * (letters.length - 1) / 2 - i * step, CODE_RADIUS, 1, CODE_HEIGHT);
        }
    }

    private static void place(
            Graphics2D canvas, int letter, double angle, double baseline, double width, double height) {
        if (Character.isWhitespace(letter)) {
            return;
        }
        Shape glyph = SealLetters.shared().outline(letter);
        AffineTransform place = AffineTransform.getTranslateInstance(CENTRE, CENTRE);
        place.rotate(angle);
        place.translate(0, baseline);
        place.scale(width * height, height);
        place.translate(-glyph.getBounds2D().getCenterX(), 0);
        canvas.fill(place.createTransformedShape(glyph));
    }

    private static Shape star(double radius) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double r = i % 2 == 0 ? radius : radius * 0.382;
            double angle = Math.PI * (i / 5.0 - 0.5);
            double x = CENTRE + r * Math.cos(angle);
            double y = CENTRE + r * Math.sin(angle);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    /** Only the alpha channel of the image counts. */
    static byte[] encode(BufferedImage image) {
        byte[] red = new byte[16];
        byte[] rest = new byte[16];
        byte[] alpha = new byte[16];
        for (int i = 0; i < 16; i++) {
            red[i] = (byte) RED.getRed();
            rest[i] = (byte) RED.getGreen();
            alpha[i] = (byte) (i * 17);
        }
        var colours = new IndexColorModel(4, 16, red, rest, rest, alpha);
        BufferedImage indexed = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_BINARY, colours);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                indexed.getRaster().setSample(x, y, 0, (image.getRGB(x, y) >>> 24) / 17);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(indexed, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
