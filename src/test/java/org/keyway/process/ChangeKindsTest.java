package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.order.Fields;

class ChangeKindsTest {

    @ParameterizedTest
    @CsvSource({
        "HANDLER, true, true",
        "HANDLER, false, true",
        "LEGAL_REPRESENTATIVE, false, true",
        "LEGAL_REPRESENTATIVE, true, false",
        "LEGAL_REPRESENTATIVE HANDLER, false, true",
        "ORGANIZATION_NAME, false, false",
        "ORGANIZATION_NAME HANDLER, false, false",
        "SEAL_IMAGE LEGAL_REPRESENTATIVE, false, false",
        "'', false, false"
    })
    void theRegisterAloneIsWhatNoKeyTells(String types, boolean legalWritesKey, boolean registryOnly) {
        ChangeKinds kinds = ChangeKinds.of(changing(types.split(" ")));
        assertThat(kinds.registryOnly(legalWritesKey)).isEqualTo(registryOnly);
        assertThat(kinds.inputs(legalWritesKey)).containsEntry("registryOnly", registryOnly);
    }

    @Test
    void aQueryMayNameThemInOneText() {
        ChangeKinds kinds = ChangeKinds.of(new Fields(Map.of("changeTypes", "ORGANIZATION_NAME, SEAL_IMAGE")));
        assertThat(kinds).isEqualTo(new ChangeKinds(true, false, true, false));
    }

    @Test
    void onlyWhatIsChangedIsTakenOver() {
        Fields fields = changing("LEGAL_REPRESENTATIVE")
                .with(new Fields(Map.of(
                        "newOrganizationName", "误填测试有限公司", "newLegalRepresentative", "新样例", "handlerName", "张测试")));
        assertThat(KeyHolders.changes(fields).values()).isEqualTo(Map.of("legalRepresentative", "新样例"));
    }

    @Test
    void aPersonsNewNameIsTheNameOnTheCertificate() {
        Fields fields = changing("ORGANIZATION_NAME")
                .with(new Fields(Map.of("holderType", "INDIVIDUAL", "newOrganizationName", "钱新名")));
        assertThat(KeyHolders.changes(fields).values()).isEqualTo(Map.of("handlerName", "钱新名"));
    }

    private static Fields changing(String... types) {
        return new Fields(Map.of("changeTypes", Arrays.asList(types)));
    }
}
