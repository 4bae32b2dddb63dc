package org.keyway.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.keyway.order.Fields;
import org.keyway.shared.Masking;

/** Fields as somebody may see them: ID numbers and mobiles are masked except for their owner and the reviewer. */
public final class MaskedFields {

    private static final Set<String> ID_NUMBERS = Set.of("legalRepresentativeIdNumber", "handlerIdNumber");
    private static final Set<String> MOBILES = Set.of("handlerMobile", "consigneeMobile");

    private MaskedFields() {}

    /** All values, in full when {@code own}. */
    public static Map<String, Object> of(Fields fields, boolean own) {
        Map<String, Object> shown = new LinkedHashMap<>(fields.values());
        if (!own) {
            shown.replaceAll((name, value) -> value instanceof String text ? mask(name, text) : value);
        }
        return shown;
    }

    private static String mask(String name, String text) {
        if (ID_NUMBERS.contains(name)) {
            return Masking.idNumber(text);
        }
        return MOBILES.contains(name) ? Masking.mobile(text) : text;
    }
}
