package org.keyway.process.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample values that the five cities start with. */
class SampleTablesTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        "330683, AFTER_REVIEW, OPERATOR, MAIL, IMMEDIATE",
        "330800, AFTER_REVIEW, OPERATOR, 'PICKUP,MAIL', NEXT_DAY",
        "330781, AFTER_REVIEW, SELF_CODE, MAIL, IMMEDIATE",
        "371325, AFTER_REVIEW, OPERATOR, 'PICKUP,MAIL', IMMEDIATE",
        "150600, BEFORE_REVIEW, OPERATOR, MAIL, IMMEDIATE"
    })
    void citiesDiffer(String region, String payTiming, String writeMode, String deliveryModes, String batchMode)
            throws IOException {
        Map<String, Object> row = table("region-policy", order(region)).getSingleResult();
        assertThat(row)
                .containsEntry("payTiming", payTiming)
                .containsEntry("writeMode", writeMode)
                .containsEntry("deliveryModes", deliveryModes)
                .containsEntry("batchMode", batchMode)
                .containsEntry("stampedUpload", "BEFORE_SUBMIT");
    }

    @ParameterizedTest
    @CsvSource({
        "330683, ORGANIZATION, MAIN, 1, 1, PREPAID, 30000",
        "330800, ORGANIZATION, SUB, 2, 3, , 120000",
        "330781, ORGANIZATION, MAIN, 1, 2, PREPAID, 62000",
        "330781, ORGANIZATION, MAIN, 1, 2, COLLECT, 60000",
        "330781, INDIVIDUAL, , 1, 1, , 10000",
        "150600, ORGANIZATION, MAIN, 5, 20, COLLECT, 3000000",
        "150600, ORGANIZATION, MAIN, 6, 1, COLLECT, "
    })
    void feesInCents(String region, String holder, String kind, int years, int quantity, String freight, Long cents)
            throws IOException {
        VariableMap inputs = order(region).putValue("holderType", holder).putValue("lockKind", kind);
        inputs.putValue("years", years).putValue("quantity", quantity).putValue("freight", freight);
        List<Object> fees = table("fee", inputs).collectEntries("feeCents");
        assertThat(fees.stream().map(fee -> ((Number) fee).longValue()).toList())
                .isEqualTo(cents == null ? List.of() : List.of(cents));
    }

    @Test
    void imagesOnlyInFeixianPdfOnlyInQuzhou() throws IOException {
        assertThat(formats("371325")).doesNotContain("pdf").contains("image/bmp");
        assertThat(formats("330800")).isEqualTo("application/pdf");
        assertThat(formats("330683")).contains("application/pdf").contains("image/png");
        assertThat(papers("371325", "BEFORE_SUBMIT").getResultList()).hasSize(5);
    }

    @Test
    void stampedFormMayFollowInASixthCity() throws IOException {
        assertThat(papers("330683", "BEFORE_SUBMIT").collectEntries("required")).containsOnly(true);
        assertThat(papers("330683", "AFTER_SUBMIT").getResultList())
                .filteredOn(paper -> Boolean.FALSE.equals(paper.get("required")))
                .extracting(paper -> paper.get("type"))
                .containsExactly("application-form");
    }

    private static String formats(String region) throws IOException {
        return table("terms", order(region).putValue("term", "paperFormats")).getSingleEntry();
    }

    private static DmnDecisionTableResult papers(String region, String stampedUpload) throws IOException {
        VariableMap inputs =
                order(region).putValue("holderType", "ORGANIZATION").putValue("deliveryMode", "MAIL");
        return table("required-documents", inputs.putValue("stampedUpload", stampedUpload));
    }

    private static VariableMap order(String region) {
        return Variables.putValue("line", "new-issuance").putValue("region", region);
    }

    private static DmnDecisionTableResult table(String id, VariableMap inputs) throws IOException {
        try (var content = Files.newInputStream(Path.of("processes", id + ".dmn"))) {
            return ENGINE.evaluateDecisionTable(id, content, inputs);
        }
    }
}
