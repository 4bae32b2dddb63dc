package org.keyway.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import org.springframework.stereotype.Component;

/** Code 128 (ISO/IEC 15417) for scanners at the packing table. */
@Component
final class Barcode {

    private static final int HEIGHT = 90;
    private static final int BAR = 3;

    /** A {@code data:} URI of a PNG with quiet zones; empty for an empty text. */
    String pngUri(String content) {
        if (content.isEmpty()) {
            return "";
        }
        BitMatrix bars = new Code128Writer().encode(content, BarcodeFormat.CODE_128, 0, 1);
        return Picture.pngUri(bars.getWidth() * BAR, HEIGHT, (x, y) -> bars.get(x / BAR, 0));
    }
}
