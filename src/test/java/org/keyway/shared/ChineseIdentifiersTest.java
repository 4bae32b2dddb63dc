package org.keyway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseIdentifiersTest {

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43, true", // sample of GB 32100-2015
        "91330683MA0TE5T08D, true",
        "91330683MA0TE5T08E, false", // wrong check digit
        "91330683ma0te5t08d, false", // lower case
        "28330683MA0TE5T08D, false", // no such category
        "91330683MA0TE5T08, false"
    })
    void checksTheUnifiedSocialCreditCode(String code, boolean valid) {
        assertThat(ChineseIdentifiers.isUscc(code)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "330683199001019012, true",
        "33080219910303905X, true",
        "330683199001019013, false", // wrong check digit
        "330683199013019012, false", // no such month
        "330683900101901, false" // the dead 15-digit form
    })
    void checksTheResidentIdNumber(String number, boolean valid) {
        assertThat(ChineseIdentifiers.isIdNumber(number)).isEqualTo(valid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12800000001", "1380000000", "138000000011", "+8613800000001", "１３８００００００００"})
    void refusesWhatIsNoMobile(String number) {
        assertThat(ChineseIdentifiers.isMobile(number)).isFalse();
        assertThat(ChineseIdentifiers.isMobile("13800000001")).isTrue();
    }
}
