package org.keyway.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDPageAdditionalActions;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.keyway.order.material.Inspection;
import org.keyway.order.material.Inspection.Fit;
import org.keyway.order.material.Inspection.Unfit;

class PdfInspectorTest {

    private final PdfInspector inspector = new PdfInspector();

    interface Change {
        void apply(PDDocument document) throws IOException;
    }

    @Test
    void countsThePagesOfAPlainPaper() throws IOException {
        assertThat(inspector.inspect(pdf(3, document -> {}))).isEqualTo(new Fit(3));
        assertThat(inspector.inspect(pdf(50, document -> {}))).isEqualTo(new Fit(50));
    }

    @Test
    void acceptsItsOwnForms() {
        byte[] form = Papers.documents(java.nio.file.Path.of("nowhere"), null)
                .render("application-form", Papers.order(Papers.organization()), Papers.extra());
        assertThat(inspector.inspect(form)).isInstanceOf(Fit.class);
    }

    @Test
    void refusesMoreThanFiftyPagesAndNone() throws IOException {
        assertThat(code(pdf(51, document -> {}))).isEqualTo("material.pdf.too-many-pages");
        assertThat(code(pdf(0, document -> {}))).isEqualTo("material.pdf.unreadable");
    }

    @Test
    void refusesEncryption() throws IOException {
        for (String password : List.of("", "secret")) {
            byte[] locked = pdf(
                    1,
                    document ->
                            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission())));
            assertThat(code(locked)).isEqualTo("material.pdf.encrypted");
        }
    }

    @Test
    void refusesScriptsAndLaunchesWhereverTheyHide() throws IOException {
        assertThat(code(pdf(1, d -> d.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")))))
                .isEqualTo("material.pdf.script");
        assertThat(code(pdf(1, d -> d.getDocumentCatalog().setOpenAction(new PDActionLaunch()))))
                .isEqualTo("material.pdf.script");
        assertThat(code(pdf(1, d -> {
                    PDPageAdditionalActions actions = new PDPageAdditionalActions();
                    actions.setO(new PDActionJavaScript("x"));
                    d.getPage(0).setActions(actions);
                })))
                .isEqualTo("material.pdf.script");
        assertThat(code(pdf(1, d -> {
                    PDAnnotationLink link = new PDAnnotationLink();
                    link.setAction(new PDActionLaunch());
                    d.getPage(0).setAnnotations(List.of(link));
                })))
                .isEqualTo("material.pdf.script");
    }

    @Test
    void refusesEmbeddedFiles() throws IOException {
        assertThat(code(pdf(1, d -> {
                    PDComplexFileSpecification file = new PDComplexFileSpecification();
                    file.setFile("evil.exe");
                    file.setEmbeddedFile(new PDEmbeddedFile(d, new ByteArrayInputStream(new byte[10])));
                    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
                    tree.setNames(Map.of("evil", file));
                    PDDocumentNameDictionary names = new PDDocumentNameDictionary(d.getDocumentCatalog());
                    names.setEmbeddedFiles(tree);
                    d.getDocumentCatalog().setNames(names);
                })))
                .isEqualTo("material.pdf.embedded");
    }

    @Test
    void refusesDynamicForms() throws IOException {
        assertThat(code(pdf(1, d -> {
                    COSDictionary form = new COSDictionary();
                    form.setItem("XFA", new COSStream());
                    d.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
                })))
                .isEqualTo("material.pdf.xfa");
    }

    @Test
    void refusesCompressionBombsInLittleTime() throws IOException {
        byte[] bomb = pdf(1, d -> {
            COSStream stream = new COSStream();
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                for (int block = 0; block < 1500; block++) {
                    out.write(new byte[100_000]);
                }
            }
            d.getPage(0).getCOSObject().setItem(COSName.CONTENTS, stream);
        });
        assertThat(bomb.length).isLessThan(400_000);
        long start = System.nanoTime();
        assertThat(code(bomb)).isEqualTo("material.pdf.too-complex");
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    @Test
    void refusesImagesThatClaimToBeHuge() throws IOException {
        assertThat(code(pdf(1, d -> {
                    COSStream image = new COSStream();
                    image.setItem(COSName.SUBTYPE, COSName.IMAGE);
                    image.setInt(COSName.WIDTH, 100_000);
                    image.setInt(COSName.HEIGHT, 100_000);
                    try (OutputStream out = image.createOutputStream()) {
                        out.write(0);
                    }
                    d.getPage(0).getCOSObject().setItem("Hidden", image);
                })))
                .isEqualTo("material.pdf.too-complex");
    }

    @Test
    void refusesWhatIsBrokenOffOrNonsense() throws IOException {
        byte[] whole = pdf(3, document -> {});
        assertThat(code(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("material.pdf.unreadable");
        for (String text : List.of("", "%PDF-1.4", "%PDF-1.4\n%%EOF", "%PDF-1.4\ntrailer<</Root 1 0 R>>\n%%EOF")) {
            assertThat(code(text.getBytes())).isEqualTo("material.pdf.unreadable");
        }
    }

    private String code(byte[] pdf) {
        Inspection inspection = inspector.inspect(pdf);
        assertThat(inspection).isInstanceOf(Unfit.class);
        String code = ((Unfit) inspection).code();
        assertThat(ResourceBundle.getBundle("messages/material").containsKey(code))
                .isTrue();
        return code;
    }

    static byte[] pdf(int pages, Change change) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            change.apply(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
