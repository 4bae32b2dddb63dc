package org.keyway.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.keyway.shared.KeywayClock;
import org.springframework.stereotype.Service;

/** Seals a PDF over its every byte (PAdES baseline B-B, ETSI EN 319 142-1) and reads such seals again. */
@Service
public final class PdfSeals {

    private static final int ROOM = 16_384;

    private final Clock clock;

    PdfSeals(Clock clock) {
        this.clock = clock;
    }

    /** The document with a signature; {@code name} and {@code reason} are shown by PDF readers. */
    public byte[] seal(byte[] pdf, SealKey key, String name, String reason) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
            signature.setName(name);
            signature.setReason(reason);
            signature.setSignDate(GregorianCalendar.from(clock.instant().atZone(KeywayClock.ZONE)));
            options.setPreferredSignatureSize(ROOM);
            document.addSignature(signature, content -> Cms.over(content.readAllBytes(), key), options);
            document.saveIncremental(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Every readable signature in a file that anybody may have made or changed; empty when there is none. */
    public List<SealMark> read(byte[] file) {
        return new SealReader(file).marks();
    }
}
