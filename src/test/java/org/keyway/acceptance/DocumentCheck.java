package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads the PDFs that an order offers: the Chinese data can be found, every font is embedded and subset. */
final class DocumentCheck {

    private static final List<String> CODES = List.of(
            "application-form",
            "business-registration",
            "seal-sample-sheet",
            "authorization-letter",
            "order-sheet",
            "evidence");

    private DocumentCheck() {}

    static void reads(Case order) {
        for (String code : CODES) {
            Answer answer = order.applicant()
                    .get(order.path("/documents/" + code + ".pdf"))
                    .expect(200);
            assertThat(answer.header("Content-Type")).startsWith("application/pdf");
            reads(code, answer.bytes(), order);
        }
    }

    /** The sheet that the lock itself has stamped: intact, and good in every point on the public page. */
    static void stamped(Case order) {
        byte[] pdf = order.applicant()
                .get(order.path("/documents/test-stamp.pdf"))
                .expect(200)
                .bytes();
        String page = order.applicant()
                .upload("/verify", "any", new Paper("test-stamp.pdf", "application/pdf", pdf))
                .expect(200)
                .text();
        assertThat(page).contains("文件签名后没有被改动", "制章者签名有效", "签名证书有权使用这枚印章").doesNotContain("不通过");
        assertThat(page).contains(order.read().at("/fields/organizationName").asText());
        pdf[pdf.length / 3] ^= 1;
        assertThat(order.applicant()
                        .upload("/verify", "any", new Paper("test-stamp.pdf", "application/pdf", pdf))
                        .expect(200)
                        .text())
                .contains("已被改动")
                .doesNotContain("制章者签名有效");
    }

    private static void reads(String code, byte[] pdf, Case order) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
            assertThat(text)
                    .as(code)
                    .contains(order.read().at("/fields/organizationName").asText())
                    .contains(order.read().at("/fields/handlerName").asText())
                    .contains(order.orderNo());
            assertThat(fonts(document)).as(code).isNotEmpty().allSatisfy(font -> {
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+.+");
            });
        } catch (IOException e) {
            throw new UncheckedIOException(code, e);
        }
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }
}
