package org.keyway.certificate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.slf4j.LoggerFactory;

/** Draws the round red seal, 42 mm at 300 dpi: ring, star, the name on the arc; 16 steps of one red as indexed PNG. */
final class SealPicture {

    private static final int SIZE = 496;
    private static final double CENTRE = SIZE / 2.0;
    private static final Color RED = new Color(0xD8, 0x1E, 0x1E);
    private static final String FONT = "/com/github/xingfudeshi/fonts/\u601d\u6e90\u9ed1\u4f53\u4e2d\u7c97.ttf";

    private SealPicture() {}

    /** The font is big: read when the first seal is drawn. Without font support of the platform the arc stays empty. */
    private static final class Lettering {
        static final Font FACE = face();

        private static Font face() {
            try (InputStream in = SealPicture.class.getResourceAsStream(FONT)) {
                return in == null
                        ? null
                        : Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(60f);
            } catch (Exception | LinkageError | InternalError e) { // AWT without native font libraries throws Errors
                LoggerFactory.getLogger(SealPicture.class).warn("No font for seals: {}", e.toString());
                return null;
            }
        }
    }

    static byte[] png(String name) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(RED);
        canvas.setStroke(new BasicStroke(14));
        canvas.draw(new Ellipse2D.Double(10, 10, SIZE - 20, SIZE - 20));
        canvas.fill(star(72));
        arc(canvas, name);
        canvas.dispose();
        return encode(image);
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

    private static void arc(Graphics2D canvas, String name) {
        if (Lettering.FACE == null) {
            return;
        }
        int[] letters = name.codePoints().toArray();
        double sweep = Math.toRadians(Math.min(280, 26.0 * letters.length));
        double step = letters.length < 2 ? 0 : sweep / (letters.length - 1);
        double width = Math.min(1.0, letters.length < 2 ? 1.0 : step * 190 / 62);
        FontRenderContext context = new FontRenderContext(null, true, true);
        for (int i = 0; i < letters.length; i++) {
            Shape glyph = Lettering.FACE
                    .createGlyphVector(context, Character.toString(letters[i]))
                    .getOutline();
            AffineTransform place = AffineTransform.getTranslateInstance(CENTRE, CENTRE);
            place.rotate(-sweep / 2 * Math.signum(step) + i * step);
            place.translate(0, -170);
            place.scale(width, 1);
            place.translate(-glyph.getBounds2D().getCenterX(), 0);
            canvas.fill(place.createTransformedShape(glyph));
        }
    }

    private static byte[] encode(BufferedImage image) {
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
