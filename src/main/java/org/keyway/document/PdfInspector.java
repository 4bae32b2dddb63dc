package org.keyway.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.keyway.order.material.Inspection;
import org.keyway.order.material.Inspection.Fit;
import org.keyway.order.material.Inspection.Unfit;
import org.keyway.order.material.PaperInspector;
import org.springframework.stereotype.Component;

/** Opens an uploaded PDF (ISO 32000-1) and refuses what a scanned paper never has: code, attachments, locks. */
@Component
final class PdfInspector implements PaperInspector {

    private static final int MOST_PAGES = 50;
    private static final int TRAILER = 2048;

    @Override
    public Inspection inspect(byte[] pdf) {
        int tail = Math.min(pdf.length, TRAILER);
        String end = new String(pdf, pdf.length - tail, tail, StandardCharsets.ISO_8859_1);
        if (!end.contains("%%EOF")) {
            return new Unfit("material.pdf.unreadable");
        }
        if (StreamBudget.isExceeded(pdf)) {
            return new Unfit("material.pdf.too-complex");
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return inspect(document);
        } catch (InvalidPasswordException e) {
            return new Unfit("material.pdf.encrypted");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new Unfit("material.pdf.unreadable");
        }
    }

    private static Inspection inspect(PDDocument document) {
        if (document.isEncrypted()) {
            return new Unfit("material.pdf.encrypted");
        }
        int pages = document.getNumberOfPages();
        if (pages > MOST_PAGES) {
            return new Unfit("material.pdf.too-many-pages", String.valueOf(pages), String.valueOf(MOST_PAGES));
        }
        return new PdfContraband()
                .search(document.getDocument().getTrailer())
                .<Inspection>map(Unfit::new)
                .orElseGet(() -> readable(document, pages) ? new Fit(pages) : new Unfit("material.pdf.unreadable"));
    }

    /** The page count of a file is only a claim until the pages were fetched. */
    private static boolean readable(PDDocument document, int claimed) {
        int found = 0;
        for (var page : document.getPages()) {
            found++;
            if (found > MOST_PAGES || page.getMediaBox().getWidth() <= 0) {
                return false;
            }
        }
        return found > 0 && found == claimed;
    }
}
