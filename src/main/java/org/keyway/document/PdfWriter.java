package org.keyway.document;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/** Lays HTML with CSS 2.1 out as PDF; loads nothing from anywhere but {@code data:} URIs. */
@Component
final class PdfWriter {

    private final ChineseFonts fonts;

    PdfWriter(ChineseFonts fonts) {
        this.fonts = fonts;
        XRLog.setLoggingEnabled(false);
    }

    byte[] write(String html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.useFastMode();
            builder.withW3cDocument(new W3CDom().fromJsoup(wellFormed(html)), null);
            for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
                builder.useExternalResourceAccessControl((uri, type) -> uri != null && uri.startsWith("data:"), moment);
            }
            fonts.register(builder, document);
            builder.withProducer("Keyway");
            builder.toStream(out);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDF();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Templates may be as loose as HTML allows; text without a font of its own gets the Chinese one. */
    private static Document wellFormed(String html) {
        Document document = Jsoup.parse(html);
        document.head().prependElement("style").text("html { font-family: " + ChineseFonts.FAMILY + "; }");
        return document;
    }
}
