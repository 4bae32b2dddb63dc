package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryStagesTest {

    private final ExpiryStages stages = ExpiryStages.parse("90,60,30,15,7,3,1,-1");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "91,-,-",
                "90,-,90",
                "75,-,90",
                "60,90,60",
                "60,60,-",
                "22,90,30",
                "22,30,-",
                "1,3,1",
                "0,3,1",
                "0,1,-",
                "-1,1,-1",
                "-20,-,-1",
                "-20,-1,-",
                "45,30,-"
            })
    void theNewestStageCountsOnce(long daysLeft, Integer told, Integer due) {
        assertThat(stages.due(daysLeft, told).orElse(null)).isEqualTo(due);
    }
}
