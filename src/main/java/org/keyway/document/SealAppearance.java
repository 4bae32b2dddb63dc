package org.keyway.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** The look of a signature on the page: the seal's picture, 42 mm wide, as a signature field of a document of its own. */
final class SealAppearance {

    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float SIZE = 42 * MILLIMETRE;

    private SealAppearance() {}

    static InputStream of(Stamp stamp, PDRectangle page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(page));
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            form.getCOSObject().setDirect(true);
            PDSignatureField field = new PDSignatureField(form);
            form.getFields().add(field);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setPrinted(true);
            float bottom = page.getHeight() - stamp.topMillimetres() * MILLIMETRE - SIZE;
            widget.setRectangle(new PDRectangle(stamp.leftMillimetres() * MILLIMETRE, bottom, SIZE, SIZE));
            widget.setAppearance(appearance(document, stamp.picture()));
            document.save(out);
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    private static PDAppearanceDictionary appearance(PDDocument document, byte[] picture) throws IOException {
        PDFormXObject form = new PDFormXObject(new PDStream(document));
        form.setResources(new PDResources());
        form.setFormType(1);
        form.setBBox(new PDRectangle(SIZE, SIZE));
        PDAppearanceStream normal = new PDAppearanceStream(form.getCOSObject());
        try (PDPageContentStream content = new PDPageContentStream(document, normal)) {
            PDImageXObject image = PDImageXObject.createFromByteArray(document, picture, "seal");
            content.drawImage(image, 0, 0, SIZE, SIZE);
        }
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.getCOSObject().setDirect(true);
        appearance.setNormalAppearance(normal);
        return appearance;
    }
}
