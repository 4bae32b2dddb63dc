package org.keyway.order.material;

import java.util.List;
import org.apache.tika.Tika;
import org.keyway.order.material.Inspection.Fit;
import org.keyway.order.material.Inspection.Unfit;
import org.keyway.shared.Problem;
import org.springframework.stereotype.Component;

/** Decides by its bytes whether a file is one of the accepted papers, whatever name or header it came with. */
@Component
class PaperDesk {

    private final Tika tika = new Tika();
    private final PaperInspector pdfs;

    PaperDesk(PaperInspector pdfs) {
        this.pdfs = pdfs;
    }

    /** What was found in an accepted file. */
    record Accepted(PaperFormat format, int pages) {}

    Accepted accept(byte[] content, FileName name, List<String> formats) {
        String accepted = PaperFormat.titles(formats);
        PaperFormat format = PaperFormat.of(tika.detect(content))
                .filter(found -> formats.contains(found.mediaType()))
                .orElseThrow(() -> Problem.invalid("file", "material.format", accepted));
        if (!format.isNamedBy(name.extension()) || name.hidesRunnable()) {
            throw Problem.invalid("file", "material.extension", format.title(), accepted);
        }
        if (Polyglot.isSuspected(content, format)) {
            throw Problem.invalid("file", "material.polyglot", accepted);
        }
        Inspection inspection =
                format == PaperFormat.PDF ? pdfs.inspect(content) : ImageInspector.inspect(content, format);
        if (inspection instanceof Unfit unfit) {
            throw Problem.invalid("file", unfit.code(), unfit.arguments());
        }
        return new Accepted(format, ((Fit) inspection).pages());
    }
}
