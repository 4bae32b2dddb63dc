package org.keyway.document;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.order.material.PaperQuality.Flaw;
import org.keyway.shared.Problem;

class PaperImagesTest {

    private static final String PDF = "application/pdf";

    private final PaperImages images = new PaperImages();

    @Test
    void drawsPdfPagesAtTheDefaultResolution() throws IOException {
        byte[] pdf = PdfInspectorTest.pdf(2, document -> document.getPage(1).setMediaBox(PDRectangle.A4));
        BufferedImage page = read(images.png(pdf, PDF, 2));
        assertThat(page.getWidth()).isBetween(905, 912);
        assertThat(images.pages(pdf, PDF)).isEqualTo(2);
        assertThat(images.png(pdf, PDF, 2)).isEqualTo(images.png(pdf, PDF, 2));
    }

    @Test
    void neverDrawsMoreThanTheCap() throws IOException {
        byte[] giant = PdfInspectorTest.pdf(1, document -> {
            PDPage page = document.getPage(0);
            page.setMediaBox(new PDRectangle(14_000, 14_000));
        });
        assertThat(read(images.png(giant, PDF, 1, 10_000)).getWidth()).isLessThanOrEqualTo(2601);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif"})
    void showsPicturesAtMost2600PixelsLong(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(6000, 300, BufferedImage.TYPE_INT_RGB), format, out);
        String mediaType = "image/" + (format.equals("jpg") ? "jpeg" : format);
        assertThat(read(images.png(out.toByteArray(), mediaType, 1)).getWidth()).isBetween(1500, 2600);
        assertThat(images.pages(out.toByteArray(), mediaType)).isOne();
    }

    /** PDFBox opens such a file and only fails over the page. */
    @Test
    void aDamagedPageIsSaidSoAndAFlawOfTheScan() throws IOException {
        byte[] broken = PdfInspectorTest.pdf(1, document -> {
            PDStream content = new PDStream(document, new ByteArrayInputStream("BT <41 Tj ET".getBytes(US_ASCII)));
            document.getPage(0).setContents(content);
        });
        assertThatThrownBy(() -> images.png(broken, PDF, 1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
        assertThat(new ScanQuality(images).flaws(broken, PDF, 1)).containsExactly(Flaw.UNREADABLE);
        assertThat(new SealScans(images).cleaned(broken, PDF, 1, 100)).isEmpty();
    }

    @Test
    void aPageThatIsNotThereIsNotFound() throws IOException {
        byte[] pdf = PdfInspectorTest.pdf(1, document -> {});
        for (int page : new int[] {-1, 0, 2}) {
            assertThatThrownBy(() -> images.png(pdf, PDF, page)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void theCacheForgetsTheOldest() {
        PictureCache cache = new PictureCache(10);
        cache.put("a", new byte[6]);
        cache.put("b", new byte[4]);
        cache.get("a");
        cache.put("c", new byte[4]);
        assertThat(cache.get("b")).isEmpty();
        assertThat(cache.get("a")).isPresent();
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
