package org.keyway.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.keyway.shared.SealedText;
import org.springframework.stereotype.Component;

/** Fields as they lie in a table: JSON text, resident ID numbers sealed. */
@Component
public class StoredFields {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    private static final String ID_NUMBER = "IdNumber";

    private final ObjectMapper json = new ObjectMapper();
    private final SealedText sealed;

    StoredFields(SealedText sealed) {
        this.sealed = sealed;
    }

    public String write(Fields fields) {
        try {
            return json.writeValueAsString(mapped(fields, sealed::seal).values());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("fields cannot be stored", e);
        }
    }

    public Fields read(String text) {
        try {
            return mapped(new Fields(json.readValue(text, MAP)), sealed::open);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored fields are not readable", e);
        }
    }

    /** The stored text as it would be written today. */
    public String renewed(String text) {
        return write(read(text));
    }

    private static Fields mapped(Fields fields, UnaryOperator<String> change) {
        Map<String, Object> values = new LinkedHashMap<>(fields.values());
        values.replaceAll((name, value) -> name.endsWith(ID_NUMBER) && value instanceof String text && !text.isEmpty()
                ? change.apply(text)
                : value);
        return new Fields(values);
    }
}
