package org.keyway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTest {

    @Test
    void keepsHeadAndTail() {
        assertThat(Masking.mobile("13800000001")).isEqualTo("138****0001");
        assertThat(Masking.idNumber("330683199001019012")).isEqualTo("330683********9012");
    }

    @Test
    void hidesShortValuesWhole() {
        assertThat(Masking.mobile("1380001")).isEqualTo("*******");
        assertThat(Masking.idNumber(null)).isNull();
    }
}
