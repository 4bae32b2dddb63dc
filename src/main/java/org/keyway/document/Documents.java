package org.keyway.document;

import java.util.Map;
import java.util.Optional;
import org.keyway.order.Order;
import org.keyway.order.form.FormSchema;
import org.keyway.order.form.Forms;
import org.keyway.shared.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Makes the PDF of an order from {@code templates/pdf/<code>.html}; the codes are those of the contract. */
@Service
public class Documents {

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

    private final FormTemplates templates;
    private final FormModel model;
    private final PdfWriter writer;
    private final ObjectProvider<Forms> forms;

    Documents(FormTemplates templates, FormModel model, PdfWriter writer, ObjectProvider<Forms> forms) {
        this.templates = templates;
        this.model = model;
        this.writer = writer;
        this.forms = forms;
    }

    /** Whether there is a template of this code. */
    public boolean offers(String code) {
        return templates.offers(code);
    }

    /**
     * The document as PDF 1.7, fonts embedded as subsets.
     *
     * @param extra texts for the template: {@code regionName}, {@code lineName}, {@code feeText}, {@code date},
     *     {@code consentText}; each has a fallback
     */
    public byte[] render(String code, Order order, Map<String, Object> extra) {
        if (!offers(code)) {
            throw Problem.notFound("document.unknown");
        }
        Map<String, Object> values = model.of(order, schema(order), templates.fieldsIn(code), extra);
        return writer.write(templates.html(code, values));
    }

    /** A broken form must not keep people from their documents: labels then come from the bundle. */
    private Optional<FormSchema> schema(Order order) {
        try {
            return Optional.ofNullable(forms.getIfAvailable())
                    .map(source -> source.schema(order.line(), order.fields()));
        } catch (RuntimeException e) {
            LOG.warn(
                    "start form of {} cannot be read for documents: {}",
                    order.line().slug(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
