package org.keyway.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private final QrCode qrCode = new QrCode();

    @Test
    void thePngReadsBack() throws Exception {
        String uri = qrCode.pngUri(Papers.ORDER_NO);
        byte[] png = Base64.getDecoder().decode(uri.substring("data:image/png;base64,".length()));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(source)))
                        .getText())
                .isEqualTo(Papers.ORDER_NO);
    }

    @Test
    void theSvgIsWellFormedAndHoldsNoText() {
        String svg = qrCode.svg("https://example.com/?a=1&b=<script>");
        assertThat(svg).startsWith("<svg").endsWith("</svg>").doesNotContain("script", "example");
        assertThat(svg.matches("(?s).*<path fill=\"#000\" d=\"[Mhvz0-9 -]+\"/>.*"))
                .isTrue();
    }
}
