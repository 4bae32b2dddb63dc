package org.keyway.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {

    @Test
    void keepsNumbersAndBooleansAsTheirText() {
        Fields fields = new Fields(Map.of("years", 2, "newKey", true, "name", "  测试  "));
        assertThat(fields.text("years")).hasValue("2");
        assertThat(fields.number("years", 1)).isEqualTo(2);
        assertThat(fields.text("newKey")).hasValue("true");
        assertThat(fields.text("name")).hasValue("测试");
    }

    @Test
    void readsAListAndASingleTextTheSameWay() {
        assertThat(new Fields(Map.of("consents", "a:1")).list("consents")).containsExactly("a:1");
        assertThat(new Fields(Map.of("consents", List.of("a:1", "b:2"))).list("consents"))
                .containsExactly("a:1", "b:2");
        assertThat(new Fields(Map.of("consents", List.of(Map.of("id", "a", "version", "1")))).list("consents"))
                .containsExactly("a:1");
    }

    @Test
    void forgetsNullsAndSurvivesNonsense() {
        Map<String, Object> values = new HashMap<>();
        values.put("missing", null);
        values.put("list", Arrays.asList("a", null));
        values.put("years", "99999999999999");
        Fields fields = new Fields(values);
        assertThat(fields.values()).doesNotContainKey("missing");
        assertThat(fields.list("list")).hasSize(2);
        assertThat(fields.number("years", 7)).isEqualTo(7);
        assertThat(fields.text("list")).isEmpty();
    }

    @Test
    void laysOneOverTheOther() {
        Fields merged = new Fields(Map.of("a", "1", "b", "2")).with(new Fields(Map.of("b", "3")));
        assertThat(merged.values()).containsEntry("a", "1").containsEntry("b", "3");
    }
}
