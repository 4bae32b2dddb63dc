package org.keyway.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import org.springframework.stereotype.Service;

/** QR codes (ISO/IEC 18004, error correction M): as SVG for pages, as PNG for documents. */
@Service
public final class QrCode {

    private static final int QUIET = 2;
    private static final int DOT = 4;

    /** A scalable picture without fixed size; {@code content} of up to some 2,000 bytes. */
    public String svg(String content) {
        BitMatrix dots = dots(content);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                if (dots.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\" role=\"img\">"
                        .formatted(dots.getWidth(), dots.getHeight())
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>";
    }

    /** A {@code data:} URI of a PNG. */
    public String pngUri(String content) {
        BitMatrix dots = dots(content);
        int side = dots.getWidth() * DOT;
        return Picture.pngUri(side, side, (x, y) -> dots.get(x / DOT, y / DOT));
    }

    private static BitMatrix dots(String content) {
        Map<EncodeHintType, Object> hints = Map.of(
                EncodeHintType.CHARACTER_SET,
                "UTF-8",
                EncodeHintType.ERROR_CORRECTION,
                ErrorCorrectionLevel.M,
                EncodeHintType.MARGIN,
                QUIET);
        try {
            return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("content does not fit a QR code", e);
        }
    }
}
