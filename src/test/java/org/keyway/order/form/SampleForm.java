package org.keyway.order.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyway.order.Fields;

/** A small start form with one of everything, and an application that passes it. */
final class SampleForm {

    static final String USCC = "91330683MA0TE5T01P";
    static final String ID_NUMBER = "330683199001010026";

    private SampleForm() {}

    static FormSchema schema() {
        return FormSchema.parse(html());
    }

    static String html() {
        try (InputStream in = SampleForm.class.getResourceAsStream("/forms/sample-start.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> good() {
        return new HashMap<>(Map.of(
                "holderType", "ORGANIZATION",
                "years", 2,
                "changeTypes", List.of("HANDLER", "SEAL_IMAGE"),
                "organizationName", "测试建设有限公司",
                "organizationNameConfirm", "测试建设有限公司",
                "uscc", USCC,
                "deliveryMode", "MAIL",
                "consigneeMobile", "13800000001",
                "consents", List.of("privacy:1", "risk:2")));
    }

    static Fields goodWith(String name, Object value) {
        Map<String, Object> fields = good();
        fields.put(name, value);
        return new Fields(fields);
    }
}
