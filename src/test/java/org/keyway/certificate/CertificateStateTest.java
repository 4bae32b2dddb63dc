package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.shared.Problem;

class CertificateStateTest {

    private static final Map<String, UnaryOperator<CertificateState>> MOVES = Map.of(
            "activate", CertificateState::activate,
            "hold", CertificateState::hold,
            "release", CertificateState::release,
            "supersede", CertificateState::supersede,
            "revoke", CertificateState::revoke,
            "expire", CertificateState::expire);

    private static final String ALLOWED = """
            ISSUED activate ACTIVE
            ISSUED supersede SUPERSEDED
            ISSUED revoke REVOKED
            ISSUED expire EXPIRED
            ACTIVE hold ON_HOLD
            ACTIVE supersede SUPERSEDED
            ACTIVE revoke REVOKED
            ACTIVE expire EXPIRED
            ON_HOLD release ACTIVE
            ON_HOLD supersede SUPERSEDED
            ON_HOLD revoke REVOKED
            ON_HOLD expire EXPIRED
            """;

    static Stream<String[]> cells() {
        return Stream.of(CertificateState.values())
                .flatMap(state -> MOVES.keySet().stream().map(move -> new String[] {state.name(), move}));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cells")
    void everyCellOfTheTableIsDecided(String from, String move) {
        String row = ALLOWED.lines()
                .filter(line -> line.startsWith(from + " " + move + " "))
                .findFirst()
                .orElse(null);
        var step = MOVES.get(move);
        if (row == null) {
            assertThatThrownBy(() -> step.apply(CertificateState.valueOf(from))).isInstanceOf(Problem.class);
        } else {
            assertThat(step.apply(CertificateState.valueOf(from))).hasToString(row.split(" ")[2]);
        }
    }

    @ParameterizedTest
    @CsvSource({"ISSUED,true", "ACTIVE,true", "ON_HOLD,true", "SUPERSEDED,false", "REVOKED,false", "EXPIRED,false"})
    void finalStatesAreClosed(CertificateState state, boolean open) {
        assertThat(state.isOpen()).isEqualTo(open);
    }
}
