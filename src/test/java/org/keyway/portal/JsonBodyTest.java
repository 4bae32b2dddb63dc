package org.keyway.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyway.shared.Problem;

class JsonBodyTest {

    @Test
    void unknownNamesAreRefused() {
        assertThatThrownBy(() -> JsonBody.of(Map.of("status", "COMPLETED"), "fields"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Test
    void fieldsAreTextsNumbersAndListsOfThem() {
        JsonBody body = JsonBody.of(Map.of("fields", Map.of("years", 1, "consents", List.of("a:1"))), "fields");
        assertThat(body.fields().text("years")).contains("1");
        assertThat(body.fields().list("consents")).containsExactly("a:1");
    }

    @Test
    void nestedObjectsAreNoFields() {
        JsonBody body = JsonBody.of(Map.of("fields", Map.of("x", Map.of("y", 1))), "fields");
        assertThatThrownBy(body::fields).isInstanceOf(Problem.class);
        JsonBody lists = JsonBody.of(Map.of("fields", Map.of("x", List.of(List.of(1)))), "fields");
        assertThatThrownBy(lists::fields).isInstanceOf(Problem.class);
        JsonBody text = JsonBody.of(Map.of("fields", "x"), "fields");
        assertThatThrownBy(text::fields).isInstanceOf(Problem.class);
    }

    @Test
    void numbersAreWholeAndSmall() {
        assertThat(JsonBody.of(Map.of(), "n").number("n", 7)).isEqualTo(7);
        assertThatThrownBy(() -> JsonBody.of(Map.of("n", -1), "n").number("n", 7))
                .isInstanceOf(Problem.class);
    }
}
