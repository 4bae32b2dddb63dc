package org.keyway.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/**
 * The two Chinese fonts, parsed once in the background at start and shared by all documents. Without ligatures: they are
 * looked for letter by letter, and nobody finds "fi" in a PDF afterwards.
 */
@Component
final class ChineseFonts {

    static final String FAMILY = "cn";

    private static final String FOLDER = "/com/github/xingfudeshi/fonts/";
    private static final String REGULAR = FOLDER + "\u601d\u6e90\u9ed1\u4f53\u6b63\u5e38_0.ttf";
    private static final String BOLD = FOLDER + "\u601d\u6e90\u9ed1\u4f53\u4e2d\u7c97.ttf";

    /** Printed where the font has no glyph: the geta mark, which a Chinese reader knows as "not in the font". */
    private static final int MISSING = 0x3013;

    private final CompletableFuture<TrueTypeFont> regular;
    private final CompletableFuture<TrueTypeFont> bold;

    ChineseFonts(DocumentProperties properties) {
        regular = CompletableFuture.supplyAsync(() -> parse(properties.regularFont(), REGULAR));
        bold = CompletableFuture.supplyAsync(() -> parse(properties.boldFont(), BOLD));
    }

    /** Makes both weights known to one document, to be embedded as subsets. */
    void register(PdfRendererBuilder builder, PDDocument document) throws IOException {
        use(builder, document, regular.join(), 400);
        use(builder, document, bold.join(), 700);
    }

    /** The text with every character that a font lacks replaced, and without control characters. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .map(point -> Character.isWhitespace(point) ? ' ' : point)
                .filter(point -> Character.getType(point) != Character.CONTROL)
                .map(point -> has(regular, point) && has(bold, point) ? point : MISSING)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean has(CompletableFuture<TrueTypeFont> font, int point) {
        try {
            CmapLookup cmap = font.join().getUnicodeCmapLookup();
            return cmap.getGlyphId(point) != 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void use(PdfRendererBuilder builder, PDDocument document, TrueTypeFont font, int weight)
            throws IOException {
        PDType0Font subset = PDType0Font.load(document, font, true);
        builder.useFont(new PDFontSupplier(subset), FAMILY, weight, FontStyle.NORMAL, true);
    }

    private static TrueTypeFont parse(Path file, String resource) {
        try (InputStream in =
                file == null ? ChineseFonts.class.getResourceAsStream(resource) : Files.newInputStream(file)) {
            if (in == null) {
                throw new FileNotFoundException("Chinese font is not on the class path");
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
