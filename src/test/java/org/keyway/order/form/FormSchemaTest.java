package org.keyway.order.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.order.Fields;
import org.keyway.shared.Problem.FieldError;

class FormSchemaTest {

    private final FormSchema schema = SampleForm.schema();

    @Test
    void aGoodApplicationPasses() {
        assertThat(schema.check(new Fields(SampleForm.good()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "holderType, '', form.choose",
        "holderType, ALIEN, form.option",
        "years, '', form.required",
        "years, 0, form.min",
        "years, 6, form.max",
        "years, two, form.number",
        "years, 1.5, form.number",
        "years, 1e9, form.number",
        "years, 9999999999999999, form.number",
        "bidOpeningAt, tomorrow, form.date",
        "bidOpeningAt, 2026-13-01T00:00, form.date",
        "foundedOn, 2026-02-30, form.date",
        "changeTypes, OTHER, form.option",
        "unchangedDeclared, false, form.option",
        "organizationName, '', form.required",
        "organizationName, 一二三四五六七八九十一, form.length",
        "organizationNameConfirm, 别的公司, form.equal",
        "uscc, 123, form.check.uscc",
        "uscc, 91330683MA0000000X, form.check.uscc",
        "deliveryMode, '', form.choose",
        "consigneeMobile, '', form.required",
        "consigneeMobile, 12345678901, form.check.mobile",
        "consigneeDivision, 03068, form.check.division",
        "handlerEmail, a@b, form.check.email",
        "handlerEmail, 'a@b.cn,c@d.cn', form.check.email",
        "organizationPhone, 123, form.check.landline",
        "postcode, 12345, form.check.postcode",
        "handlerIdNumber, 330683199001010000, form.check.id-number",
        "approved, true, form.unknown"
    })
    void refuses(String name, String value, String code) {
        assertThat(schema.check(SampleForm.goodWith(name, value)))
                .extracting(FieldError::field, FieldError::code)
                .contains(org.assertj.core.groups.Tuple.tuple(name, code));
    }

    @ParameterizedTest
    @CsvSource({
        "years, 5",
        "bidOpeningAt, 2026-12-01T09:30",
        "bidOpeningAt, 2026-12-01T09:30:00+08:00",
        "foundedOn, 2020-02-29",
        "unchangedDeclared, true",
        "consigneeDivision, 330683",
        "handlerEmail, zhang.test@example.com",
        "organizationPhone, 0575-12345678",
        "postcode, 312400",
        "handlerIdNumber, " + SampleForm.ID_NUMBER,
        "remark, '一行\n二行'"
    })
    void accepts(String name, String value) {
        assertThat(schema.check(SampleForm.goodWith(name, value))).isEmpty();
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThat(schema.check(Fields.empty()))
                .extracting(FieldError::field)
                .containsExactly("holderType", "years", "deliveryMode");
    }

    @Test
    void whatIsNotAskedIsNotRequiredNorJudged() {
        Map<String, Object> fields = SampleForm.good();
        fields.putAll(Map.of("deliveryMode", "PICKUP", "consigneeMobile", "13"));
        fields.putAll(Map.of("holderType", "INDIVIDUAL", "uscc", ""));
        assertThat(schema.check(new Fields(fields))).isEmpty();
    }

    @Test
    void countsCodePointsNotChars() {
        String rare = "\uD87E\uDC00".repeat(10);
        Map<String, Object> fields = SampleForm.good();
        fields.putAll(Map.of("organizationName", rare, "organizationNameConfirm", rare));
        assertThat(schema.check(new Fields(fields))).isEmpty();
    }

    @Test
    void refusesHostileCharacters() {
        for (String evil : List.of("a\u0000b", "a\u202Eb", "a\r\nb", "a\uD800b", "a\u2028b", "a\uFFFFb", "a\u200Bb")) {
            assertThat(schema.check(SampleForm.goodWith("organizationName", evil)))
                    .extracting(FieldError::code)
                    .contains("form.characters");
        }
    }

    @Test
    void refusesListsWhereOneValueBelongsAndRepetitions() {
        assertThat(codes("years", List.of("1", "2"))).contains("form.single");
        assertThat(codes("changeTypes", List.of("HANDLER", "HANDLER"))).contains("form.single");
        assertThat(codes(
                        "consents",
                        IntStream.range(0, 200).mapToObj(String::valueOf).toList()))
                .contains("form.single");
    }

    @Test
    void draftsMayBeIncompleteAndWrongButNotHostile() {
        assertThat(schema.checkDraft(new Fields(Map.of("years", "99", "uscc", "half"))))
                .isEmpty();
        Map<String, Object> hostile = new HashMap<>(Map.of("approved", "true", "postcode", "1\u0007"));
        hostile.put("remark", "x".repeat(21));
        assertThat(schema.checkDraft(new Fields(hostile)))
                .extracting(FieldError::code)
                .containsExactlyInAnyOrder("form.unknown", "form.characters", "form.length");
    }

    @Test
    void everyCodeHasAChineseTextThatNamesTheField() {
        ResourceBundle texts = ResourceBundle.getBundle("messages/order-form", Locale.ROOT);
        for (String key : texts.keySet()) {
            String text = MessageFormat.format(texts.getString(key), "\u5355\u4F4D\u540D\u79F0", "5");
            assertThat(text).contains("\u5355\u4F4D\u540D\u79F0").doesNotContain("{");
        }
        for (FieldCheck check : FieldCheck.values()) {
            assertThat(texts.containsKey("form.check." + check.slug())).isTrue();
        }
    }

    private List<String> codes(String name, Object value) {
        return schema.check(SampleForm.goodWith(name, value)).stream()
                .map(FieldError::code)
                .toList();
    }
}
