package org.keyway.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.keyway.shared.KeywayClock;
import org.springframework.stereotype.Service;

/**
 * Stamps a PDF with a visible electronic seal in two strokes (PAdES baseline B-B, ETSI EN 319 142-1), because the key
 * that signs may be far away: first the draft, then its signature.
 */
@Service
public final class PdfStamps {

    /** For certificates and signature; the seal comes on top. */
    private static final int ROOM = 16_384;

    private final Clock clock;

    PdfStamps(Clock clock) {
        this.clock = clock;
    }

    /** Everything but the signature. */
    public StampDraft draft(byte[] pdf, Stamp stamp) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions();
                InputStream look = SealAppearance.of(stamp, document.getPage(0).getMediaBox())) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
            signature.setName(stamp.name());
            signature.setReason(stamp.reason());
            signature.setSignDate(GregorianCalendar.from(clock.instant().atZone(KeywayClock.ZONE)));
            options.setPreferredSignatureSize(ROOM + stamp.seal().length);
            options.setVisualSignature(look);
            options.setPage(0);
            document.addSignature(signature, options);
            ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(out);
            byte[] content = signing.getContent().readAllBytes();
            signing.setSignature(new byte[0]);
            return new StampDraft(out.toByteArray(), new Cms(stamp.chain(), stamp.seal()).toBeSigned(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stamped PDF; chain and seal are those of the draft, the signature is RSA PKCS#1 or SM2 in DER. */
    public byte[] complete(StampDraft draft, List<X509Certificate> chain, byte[] seal, byte[] signature) {
        try {
            int[] range = range(draft.pdf());
            byte[] content = Arrays.copyOf(draft.pdf(), range[1] + range[3]);
            System.arraycopy(draft.pdf(), range[2], content, range[1], range[3]);
            String hex = HexFormat.of().formatHex(new Cms(chain, seal).signed(content, signature));
            if (hex.length() > range[2] - range[1] - 2) {
                throw new IllegalStateException("no room for a signature of " + hex.length() / 2 + " bytes");
            }
            byte[] stamped = draft.pdf().clone();
            System.arraycopy(hex.getBytes(StandardCharsets.US_ASCII), 0, stamped, range[1] + 1, hex.length());
            return stamped;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] range(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getLastSignatureDictionary().getByteRange();
        }
    }
}
