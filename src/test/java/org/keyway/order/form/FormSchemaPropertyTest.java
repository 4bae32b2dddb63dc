package org.keyway.order.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.keyway.order.Fields;
import org.keyway.shared.Problem.FieldError;

/** Whatever is sent, checking answers and never throws, and an unknown field never passes. */
class FormSchemaPropertyTest {

    private final FormSchema schema = SampleForm.schema();
    private final FormSchema nasty = FormSchema.parse("<input name=a maxlength=2000 pattern='(x|y)*z'>");

    @Property(tries = 400)
    void checkIsTotal(@ForAll("submissions") Map<String, Object> given) {
        List<FieldError> errors = schema.check(new Fields(given));
        boolean unknown =
                given.keySet().stream().anyMatch(name -> schema.field(name).isEmpty());
        assertThat(errors.stream().anyMatch(error -> error.code().equals("form.unknown")))
                .isEqualTo(unknown);
        assertThat(errors)
                .allSatisfy(error -> assertThat(error.field().length()).isLessThanOrEqualTo(120));
        schema.checkDraft(new Fields(given));
    }

    @Property(tries = 20)
    void deepPatternsDoNotOverflow(@ForAll("deep") String text) {
        assertThat(nasty.check(new Fields(Map.of("a", text)))).hasSize(1);
    }

    @Provide
    Arbitrary<String> deep() {
        return Arbitraries.strings().withChars("xy").ofMinLength(1).ofMaxLength(3000);
    }

    @Provide
    Arbitrary<Map<String, Object>> submissions() {
        List<String> known = schema.fields().stream().map(FormField::name).toList();
        Arbitrary<String> names = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(9, Arbitraries.of(known)),
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().all().ofMaxLength(200)));
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(300),
                Arbitraries.of("ORGANIZATION", "MAIL", "1", "-0", "2026-01-01", "${7*7}", "<script>", "' or 1=1", ""),
                Arbitraries.strings().numeric().ofMaxLength(40));
        Arbitrary<Object> values = Arbitraries.oneOf(
                texts.map(text -> text),
                texts.list().ofMaxSize(5).map(list -> list),
                Arbitraries.integers().map(number -> number),
                Arbitraries.maps(texts, texts).ofMaxSize(2).map(map -> map));
        return Arbitraries.maps(names, values).ofMaxSize(12);
    }
}
