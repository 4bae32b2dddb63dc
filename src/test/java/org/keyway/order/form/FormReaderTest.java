package org.keyway.order.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.order.Fields;

class FormReaderTest {

    private final FormSchema schema = SampleForm.schema();

    @Test
    void readsEveryNamedFieldInOrder() {
        assertThat(schema.fields())
                .extracting(FormField::name)
                .startsWith("holderType", "years", "bidOpeningAt", "foundedOn", "changeTypes", "unchangedDeclared")
                .contains("deliveryMode", "consents")
                .doesNotContain("paper", "go", "");
    }

    @ParameterizedTest
    @CsvSource({
        "holderType, 申请主体, 申请信息, select",
        "years, 办理年限(年), 申请信息, number",
        "foundedOn, 成立日期, 申请信息, date",
        "changeTypes, 变更内容, 申请信息, checkbox",
        "unchangedDeclared, 声明资料未变更, 申请信息, checkbox",
        "uscc, 统一社会信用代码, 单位信息, text",
        "deliveryMode, 取锁方式, 取锁方式, radio",
        "remark, 备注, 取锁方式, textarea",
        "consents, 告知与确认, 取锁方式, checkbox"
    })
    void knowsLabelSectionAndType(String name, String label, String section, String type) {
        FormField field = schema.field(name).orElseThrow();
        assertThat(field.label()).isEqualTo(label);
        assertThat(field.section()).isEqualTo(section);
        assertThat(field.type()).isEqualTo(type);
    }

    @Test
    void readsOptionsWithTheirLabels() {
        assertThat(schema.field("holderType").orElseThrow().options())
                .containsExactly(entry("ORGANIZATION", "单位"), entry("INDIVIDUAL", "个人"));
        assertThat(schema.optionLabel("deliveryMode", "PICKUP")).isEqualTo("现场领取");
        assertThat(schema.optionLabel("deliveryMode", "DRONE")).isEqualTo("DRONE");
        assertThat(schema.field("consents").orElseThrow().options()).isEmpty();
        assertThat(schema.field("changeTypes").orElseThrow().display(new Fields(SampleForm.good())))
                .contains("经办人变更、印模变更");
    }

    @Test
    void severalValuesOnlyWhereTheFormHasThem() {
        assertThat(schema.fields())
                .filteredOn(FormField::multiple)
                .extracting(FormField::name)
                .containsExactly("changeTypes", "consents");
    }

    @Test
    void conditionsOfEnclosingPartsCount() {
        FormField uscc = schema.field("uscc").orElseThrow();
        assertThat(uscc.requiredIn(new Fields(Map.of("holderType", "ORGANIZATION"))))
                .isTrue();
        assertThat(uscc.requiredIn(new Fields(Map.of("holderType", "INDIVIDUAL"))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input name=a pattern='(['>",
                "<input name=a data-check=magic>",
                "<input name=a data-show-when='b=1'>",
                "<select name=b><option value=1>x</option></select><input name=a data-show-when='b=2'>",
                "<input name=a data-equals=b>",
                "<input name=a data-required-when=b>",
                "<input name=a type=number min=one>",
                "<input name=a><input name=a>",
                "<input name='a b'>"
            })
    void refusesFormsThatContradictThemselves(String html) {
        assertThatIllegalArgumentException().isThrownBy(() -> FormSchema.parse(html));
    }
}
