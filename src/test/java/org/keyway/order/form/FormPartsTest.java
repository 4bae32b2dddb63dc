package org.keyway.order.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormPartsTest {

    @Test
    void aPartStandsInItsPlaceAndIsNotDeployedItself() {
        Map<String, byte[]> files = Map.of(
                "forms/x-start.html", bytes("<form>\n  <div data-include=\"part-invoice\"></div>\n</form>"),
                "forms/part-invoice.html", bytes("<input name=\"a\" pattern=\"[0-9]{3}$\">\n"),
                "forms/keep.form", bytes("<div data-include=\"part-invoice\"></div>"));
        var whole = FormParts.joined(files);
        assertThat(whole).containsOnlyKeys("forms/keep.form", "forms/x-start.html");
        assertThat(whole.get("forms/x-start.html"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("<form>\n  <input name=\"a\" pattern=\"[0-9]{3}$\">\n</form>");
        assertThat(whole.get("forms/keep.form")).isEqualTo(files.get("forms/keep.form"));
    }

    @Test
    void aPlaceWithoutPartIsLeftForTheLint() {
        byte[] form = bytes("<form><div data-include=\"part-nothing\"></div></form>");
        assertThat(FormParts.joined(Map.of("forms/x.html", form)).get("forms/x.html"))
                .isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new-issuance", "renewal", "change", "replacement", "annual-inspection", "unlock"})
    void theHousesFormsAskForTheInvoiceAndTheHandler(String line) {
        assertThat(Path.of("forms", line + "-start.html")).content().doesNotContain("name=\"invoiceType\"");
        assertThat(FormSchema.parse(HouseForm.html(line + "-start.html")).fields())
                .extracting(FormField::name)
                .contains("invoiceType", "invoiceTitle", "handlerMobile", "consents");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
