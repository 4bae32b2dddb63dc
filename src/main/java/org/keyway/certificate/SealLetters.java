package org.keyway.certificate;

import java.awt.geom.GeneralPath;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;

/** Outlines of letters for seals, read from the font file itself: needs no font support of the platform. */
final class SealLetters {

    private static final String FONT = "/com/github/xingfudeshi/fonts/\u601d\u6e90\u9ed1\u4f53\u4e2d\u7c97.ttf";

    private final TrueTypeFont font;
    private final double scale;

    /** Fails when the font is not there: a seal without its name must never come into being. */
    SealLetters(String resource) {
        try (InputStream in = SealLetters.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("no font for seals: " + resource);
            }
            font = new TTFParser().parseEmbedded(in);
            scale = 1.0 / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The font is big: read when the first seal is drawn. */
    private static final class Shared {
        static final SealLetters ALL = new SealLetters(FONT);
    }

    static SealLetters shared() {
        return Shared.ALL;
    }

    /** The letter one unit high, upright, baseline at zero, y downwards; fails for one that the font lacks. */
    GeneralPath outline(int codePoint) {
        try {
            int glyph = font.getUnicodeCmapLookup().getGlyphId(codePoint);
            GlyphData data = glyph == 0 ? null : font.getGlyph().getGlyph(glyph);
            if (data == null) {
                throw new IllegalStateException(String.format("the font for seals lacks U+%04X", codePoint));
            }
            GeneralPath path = data.getPath();
            path.transform(java.awt.geom.AffineTransform.getScaleInstance(scale, -scale));
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
