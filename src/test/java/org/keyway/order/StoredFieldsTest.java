package org.keyway.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyway.shared.SealedTextSamples;

class StoredFieldsTest {

    private final StoredFields stored = new StoredFields(SealedTextSamples.sealed());

    @Test
    void onlyIdNumbersAreSealedAndComeBackAsTheyWere() {
        Fields fields = new Fields(Map.of(
                "handlerIdNumber", "330683199003070014",
                "legalRepresentativeIdNumber", "",
                "handlerName", "\u5f20\u6d4b\u8bd5",
                "changeTypes", List.of("HANDLER")));
        String text = stored.write(fields);
        assertThat(text).contains("\u5f20\u6d4b\u8bd5").doesNotContain("330683199003070014");
        assertThat(stored.read(text)).isEqualTo(fields);
        assertThat(stored.read(stored.renewed("{\"handlerIdNumber\":\"330683199003070014\"}"))
                        .text("handlerIdNumber"))
                .contains("330683199003070014");
        assertThat(stored.renewed("{\"handlerIdNumber\":\"330683199003070014\"}"))
                .doesNotContain("330683199003070014");
    }
}
