package org.keyway.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms to sign and the documents made from an order's facts; PDFs and pictures are kept for a look. */
class OfficialDocumentsTest {

    @TempDir
    Path workspace;

    @ParameterizedTest
    @CsvSource({
        "seal-sample-sheet, 单位公章, 法定代表人签名, 1",
        "authorization-letter, 单位授权书, 诚信承诺书, 1",
        "risk-notice, 告知函, 挂失, 1"
    })
    void aFormToSignCarriesTheDraftAndFitsOnePage(String code, String one, String other, int pages) throws IOException {
        byte[] pdf = render(code, Papers.organization(), Papers.extra());
        assertThat(text(pdf))
                .contains(Papers.ORDER_NO, "嵊州", "测试建设工程集团有限公司", one, other)
                .doesNotContain("null", "${");
        assertThat(pages(pdf)).isEqualTo(pages);
        fontsAreEmbedded(pdf);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seal-sample-sheet", "authorization-letter", "risk-notice", "order-sheet"})
    void aBlankFormIsComplete(String code) throws IOException {
        byte[] pdf = Papers.documents(workspace, null).render(code, Papers.blank(), Map.of());
        keep(code + "-blank", pdf);
        assertThat(text(pdf)).doesNotContain("null", "${", "2026");
    }

    @Test
    void theLetterNamesBothPeopleAndTheRiskNoticeSpeaksToIndividuals() throws IOException {
        assertThat(text(render("authorization-letter", Papers.organization(), Papers.extra())))
                .contains("李测试", "张测试", "330683199001010026", "91330683MA0TE5T01P", "13800000001");
        assertThat(text(render("risk-notice", Papers.individual(), Papers.extra())))
                .contains("钱测试", "本人")
                .doesNotContain("本单位已逐项");
    }

    @Test
    void theOrderSheetShowsItemsMoneyAndSteps() throws IOException {
        byte[] pdf = render("order-sheet", Papers.organization(), SampleFacts.complete());
        assertThat(text(pdf)).contains("¥600.00", "XB20261121000017P1", "支付宝", "已完成", "审核申请", "主锁", "2 年", "合计");
        fontsAreEmbedded(pdf);
    }

    @Test
    void theDeliveryNoteHasSerialsWaybillAndABarcodeToScan() throws Exception {
        byte[] pdf = render("delivery-note", Papers.organization(), SampleFacts.complete());
        assertThat(text(pdf)).contains(SampleFacts.KEY, SampleFacts.WAYBILL, "收货（领取）人（签字）", "138****0001");
        fontsAreEmbedded(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(Scanner.code128(new PDFRenderer(document).renderImageWithDPI(0, 200)))
                    .isEqualTo(SampleFacts.WAYBILL);
        }
    }

    @Test
    void theEvidenceListsEverythingWithHashes() throws IOException {
        byte[] pdf = render("evidence", Papers.organization(), SampleFacts.complete());
        assertThat(text(pdf).replaceAll("\\s+", ""))
                .contains(SampleFacts.SHA, SampleFacts.CERTIFICATE, "new-issuance-notice", "2026-11", "order.status")
                .contains("制证完成", "已签收", "********", "审核决定", "办理档案");
        fontsAreEmbedded(pdf);
    }

    @Test
    void anEvidenceOfAnOrderThatNeverBeganSaysSo() throws IOException {
        byte[] pdf = Papers.documents(workspace, null)
                .render("evidence", Papers.order(Papers.organization()), Map.of("audit", java.util.List.of()));
        assertThat(text(pdf)).contains("没有上传材料", "没有缴费记录", "没有制证", "没有寄送包裹");
    }

    private byte[] render(String code, Map<String, Object> fields, Map<String, Object> extra) throws IOException {
        byte[] pdf = Papers.documents(workspace, null).render(code, Papers.order(fields), extra);
        keep(code, pdf);
        return pdf;
    }

    private static void keep(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/documents"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, 80);
                ImageIO.write(
                        image,
                        "png",
                        folder.resolve(name + "-" + (page + 1) + ".png").toFile());
            }
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static void fontsAreEmbedded(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
                }
            }
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
