package org.keyway.certificate;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** How every seal's picture is stored: 42 mm at 300 dpi, 16 steps of one red on nothing. */
public final class SealInk {

    /** Width and height in dots. */
    public static final int SIZE = 496;

    static final Color RED = new Color(0xD8, 0x1E, 0x1E);

    private SealInk() {}

    /** PNG of a picture of {@link #SIZE} dots; only its alpha channel counts, and it needs one of its own. */
    public static byte[] png(BufferedImage image) {
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
        int[] row = new int[SIZE];
        for (int y = 0; y < SIZE; y++) {
            image.getAlphaRaster().getSamples(0, y, SIZE, 1, 0, row);
            for (int x = 0; x < SIZE; x++) {
                row[x] /= 17;
            }
            indexed.getRaster().setSamples(0, y, SIZE, 1, 0, row);
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
