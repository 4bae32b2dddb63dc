package org.keyway.order.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyway.order.Fields;

class FieldConditionTest {

    private static final String FORM = """
            <form><fieldset><legend>变更</legend>
              <label><input type="checkbox" name="changeTypes" value="ORGANIZATION_NAME" data-label="变更事项"> 名称</label>
              <label><input type="checkbox" name="changeTypes" value="HANDLER" data-label="变更事项"> 经办人</label>
              <label for="name">新名称</label>
              <input id="name" name="newOrganizationName" data-show-when="changeTypes=ORGANIZATION_NAME"
                data-required-when="changeTypes=ORGANIZATION_NAME">
            </fieldset></form>""";

    private final FormSchema schema = FormSchema.parse(FORM);

    @Test
    void anyOfSeveralTickedBoxesShowsTheField() {
        assertThat(schema.check(ticked("HANDLER", "ORGANIZATION_NAME")))
                .extracting(error -> error.field())
                .containsExactly("newOrganizationName");
    }

    @Test
    void aFieldOfAnotherBoxIsNotAskedFor() {
        assertThat(schema.check(ticked("HANDLER"))).isEmpty();
    }

    private static Fields ticked(String... types) {
        return new Fields(Map.of("changeTypes", List.of(types)));
    }
}
