package org.keyway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.shared.Problem;

class DocumentsTest {

    private static final String FORM = """
            <fieldset><legend>01 申请信息</legend>
            <label for=h>申请主体</label><select id=h name=holderType>
              <option value=ORGANIZATION>单位</option><option value=INDIVIDUAL>个人</option></select>
            <label for=n>单位名称</label><input id=n name=organizationName>
            <label for=p>项目编号</label><input id=p name=projectNumber>
            <label for=s>资质等级</label><select id=s name=grade><option value=A>甲级</option></select>
            <label for=o>隐藏的</label><input id=o name=hiddenOne data-show-when="holderType=INDIVIDUAL">
            </fieldset>
            """;

    @TempDir
    Path workspace;

    @ParameterizedTest
    @ValueSource(strings = {"application-form", "business-registration"})
    void printsWhatWasFilledInInSearchableChinese(String code) throws IOException {
        byte[] pdf = documents(null).render(code, Papers.order(Papers.organization()), Papers.extra());
        keep(code, pdf);
        assertThat(text(pdf))
                .contains("测试建设工程集团有限公司", "91330683MA0TE5T01P", "张测试", "李测试", "330683199001010026")
                .contains(Papers.ORDER_NO, "嵊州市", "2026年11月21日", "第 1 页 / 共 ", "一、业务信息")
                .doesNotContain("null", "#", "${");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application-form", "business-registration"})
    void speaksToIndividualsAsSuch(String code) throws IOException {
        byte[] pdf = documents(null).render(code, Papers.order(Papers.individual()), Papers.extra());
        keep(code + "-individual", pdf);
        assertThat(text(pdf)).contains("钱测试", "本人").doesNotContain("本单位", "本机构", "法人", "法定代表人");
    }

    @Test
    void embedsEveryFontAsSubset() throws IOException {
        byte[] pdf = documents(null).render("application-form", Papers.order(Papers.organization()), Papers.extra());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).contains("数字证书与电子签章申请表", Papers.ORDER_NO);
            for (PDPage page : document.getPages()) {
                assertThat(page.getResources().getFontNames()).isNotEmpty();
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
                }
            }
        }
        assertThat(pdf.length).isLessThan(400_000);
    }

    @Test
    void anAnalystsNewFieldAppearsWithoutJava() throws IOException {
        Map<String, Object> fields = Papers.organization();
        fields.putAll(Map.of("projectNumber", "项目2026-17", "grade", "A", "hiddenOne", "不应出现"));
        byte[] pdf = documents(FORM).render("application-form", Papers.order(fields), Papers.extra());
        assertThat(text(pdf))
                .contains("其他信息", "项目编号", "项目2026-17", "资质等级", "甲级")
                .doesNotContain("不应出现");
    }

    @Test
    void rareAndHostileTextsAreInert() throws IOException {
        Map<String, Object> fields = Papers.organization();
        fields.put("organizationName", "<b>甲</b>&amp;${7*7}[[${1+1}]]\uD83D\uDE00\uD840\uDC00\u2611\uD800\u0001");
        fields.put("handlerName", "\u4DAE\uD873\uDC56\u36C3");
        fields.put("organizationAddress", "长".repeat(300));
        String text = text(documents(null).render("application-form", Papers.order(fields), Papers.extra()));
        assertThat(text).contains("<b>甲</b>&amp;${7*7}[[${1+1}]]", "\u3013", "\u4DAE\uD873\uDC56\u36C3");
    }

    @Test
    void anEmptyDraftIsABlankForm() throws IOException {
        assertThat(text(documents(null).render("application-form", Papers.order(Map.of()), Map.of())))
                .contains("承诺与声明");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application-form", "business-registration"})
    void aFormWithoutAnOrderIsBlankToo(String code) throws IOException {
        assertThat(text(documents(null).render(code, Papers.blank(), Map.of())))
                .contains("一、业务信息")
                .doesNotContain("2026");
    }

    @Test
    void cityAndFeeComeFromTheDecisionTables() throws IOException {
        byte[] pdf = documents(null).render("application-form", Papers.order(Papers.organization()), Map.of());
        assertThat(text(pdf)).contains("¥600.00", "嵊州公共资源交易");
    }

    @Test
    void theWorkspacesTemplateComesFirstAndCannotReachOut() throws IOException {
        Path folder = Files.createDirectories(workspace.resolve("templates/pdf"));
        Path secret = Files.writeString(workspace.resolve("secret.txt"), "geheim");
        Files.writeString(
                folder.resolve("order-sheet.html"),
                "<p>订单 <b th:text='${orderNo}'></b><br><style>@import url('" + secret.toUri() + "')</style><img src='"
                        + secret.toUri() + "'><img src='http://127.0.0.1:1/x'><object data='" + secret.toUri() + "'>");
        Documents documents = documents(null);
        assertThat(documents.offers("order-sheet")).isTrue();
        assertThat(text(documents.render("order-sheet", Papers.order(Map.of()), Map.of())))
                .contains("订单 " + Papers.ORDER_NO)
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "../portal/index", "part-style", "", "A", "application-form.html", "%2e"})
    void unknownCodesAreRefused(String code) {
        Documents documents = documents(null);
        assertThat(documents.offers(code)).isFalse();
        assertThatThrownBy(() -> documents.render(code, Papers.order(Map.of()), Map.of()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void fourAtATimeAreTheSameAsOneAfterTheOther() throws IOException {
        Documents documents = documents(null);
        String alone = text(documents.render("application-form", Papers.order(Papers.organization()), Papers.extra()));
        List<byte[]> together = IntStream.range(0, 8)
                .parallel()
                .mapToObj(
                        n -> documents.render("application-form", Papers.order(Papers.organization()), Papers.extra()))
                .toList();
        for (byte[] pdf : together) {
            assertThat(text(pdf)).isEqualTo(alone);
        }
    }

    private Documents documents(String form) {
        return Papers.documents(workspace, form);
    }

    private static void keep(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/documents"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
