package org.keyway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.order.Fields;
import org.keyway.order.form.FormField;
import org.keyway.order.form.FormSchema;
import org.keyway.order.form.HouseForm;
import org.keyway.shared.Problem.FieldError;

/** The forms as server and lint read them. */
class StartFormTest {

    @Test
    void anOrganisationNeedsOnlyWhatMakesSense() {
        Fields nothing = new Fields(Map.of("holderType", "ORGANIZATION", "deliveryMode", "MAIL"));
        assertThat(schema().check(nothing))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "lockKind",
                        "years",
                        "organizationName",
                        "uscc",
                        "legalRepresentative",
                        "organizationPhone",
                        "organizationAddress",
                        "handlerName",
                        "handlerIdNumber",
                        "handlerMobile",
                        "consigneeName",
                        "consigneeMobile",
                        "consigneeDivision",
                        "consigneeAddress");
    }

    @Test
    void aPersonNeedsNoOrganisation() {
        Fields person = new Fields(Map.of("holderType", "INDIVIDUAL", "deliveryMode", "PICKUP"));
        assertThat(schema().check(person))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("lockKind", "years", "handlerName", "handlerIdNumber", "handlerMobile");
    }

    @Test
    void everyFieldHasALabelAndASection() {
        assertThat(schema().fields()).allSatisfy(field -> {
            assertThat(field.label()).matches("\\p{IsHan}.*");
            assertThat(field.section()).as(field.name()).isNotBlank();
        });
        assertThat(schema().fields()).extracting(FormField::name).contains("consents", "bidOpeningAt", "invoicePhone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new-issuance-start.html", "review.html"})
    void aFormRunsInPortalAndTasklist(String file) {
        String html = HouseForm.html(file);
        Document form = Jsoup.parse(html);
        assertThat(form.select("form")).hasSize(1);
        assertThat(html).doesNotContain("{{", "http://", "https://", " ng-");
        assertThat(form.select("input[type=file][required]")).isEmpty();
        assertThat(form.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes().asList())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on")));
        assertThat(form.select("[cam-variable-name]").eachAttr("cam-variable-name"))
                .isSubsetOf(Set.of("orderNo"));
    }

    private static FormSchema schema() {
        return FormSchema.parse(HouseForm.html("new-issuance-start.html"));
    }
}
