package org.keyway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseCsvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "测试建设有限公司|测试建设有限公司",
                "=cmd()|'=cmd()",
                "+1|'+1",
                "@x|'@x",
                "-1|'-1",
                "＝A1|'＝A1",
                "甲,乙|\"甲,乙\"",
                "甲\"乙|\"甲\"\"乙\""
            })
    void aCellIsTextForEverySpreadsheet(String value, String cell) {
        assertThat(CaseCsv.cell(value)).isEqualTo(cell);
    }
}
