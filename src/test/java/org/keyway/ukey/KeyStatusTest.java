package org.keyway.ukey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.shared.Problem;

class KeyStatusTest {

    private static final Map<String, UnaryOperator<KeyStatus>> MOVES = new TreeMap<>();

    static {
        MOVES.put("reserve", KeyStatus::reserve);
        MOVES.put("free", KeyStatus::free);
        MOVES.put("write", KeyStatus::write);
        MOVES.put("rewrite", KeyStatus::rewrite);
        MOVES.put("pack", KeyStatus::pack);
        MOVES.put("ship", KeyStatus::ship);
        MOVES.put("activate", KeyStatus::activate);
        MOVES.put("suspend", KeyStatus::suspend);
        MOVES.put("release", status -> status.release(null));
        MOVES.put("lockPin", KeyStatus::lockPin);
        MOVES.put("unlockPin", KeyStatus::unlockPin);
        MOVES.put("damage", KeyStatus::damage);
        MOVES.put("reportLost", KeyStatus::reportLost);
        MOVES.put("loseInTransit", KeyStatus::loseInTransit);
        MOVES.put("revoke", KeyStatus::revoke);
        MOVES.put("takeBack", KeyStatus::takeBack);
        MOVES.put("restock", KeyStatus::restock);
        MOVES.put("scrap", KeyStatus::scrap);
    }

    /** Where from: move = where to. */
    private static final String ALLOWED = """
            IN_STOCK: reserve=RESERVED damage=DAMAGED reportLost=LOST
            RESERVED: free=IN_STOCK write=WRITTEN pack=PACKED ship=SHIPPED damage=DAMAGED
            WRITTEN: pack=PACKED ship=SHIPPED activate=ACTIVE suspend=SUSPENDED damage=DAMAGED reportLost=LOST revoke=REVOKED takeBack=RETURNED
            PACKED: ship=SHIPPED damage=DAMAGED takeBack=RETURNED
            SHIPPED: write=WRITTEN pack=PACKED activate=ACTIVE suspend=SUSPENDED damage=DAMAGED reportLost=LOST loseInTransit=LOST_IN_TRANSIT revoke=REVOKED takeBack=RETURNED
            ACTIVE: rewrite=ACTIVE suspend=SUSPENDED lockPin=PIN_LOCKED damage=DAMAGED reportLost=LOST revoke=REVOKED
            SUSPENDED: release=ACTIVE damage=DAMAGED reportLost=LOST revoke=REVOKED
            PIN_LOCKED: suspend=SUSPENDED unlockPin=ACTIVE damage=DAMAGED reportLost=LOST revoke=REVOKED
            DAMAGED: takeBack=RETURNED scrap=SCRAPPED
            LOST: takeBack=RETURNED scrap=SCRAPPED
            LOST_IN_TRANSIT: takeBack=RETURNED scrap=SCRAPPED
            REVOKED: takeBack=RETURNED scrap=SCRAPPED
            RETURNED: pack=PACKED restock=IN_STOCK scrap=SCRAPPED
            SCRAPPED:
            """;

    static Stream<String[]> cells() {
        return Stream.of(KeyStatus.values())
                .flatMap(status -> MOVES.keySet().stream().map(move -> new String[] {status.name(), move}));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cells")
    void everyCellOfTheTableIsDecided(String from, String move) {
        String goal = ALLOWED.lines()
                .filter(line -> line.startsWith(from + ":"))
                .flatMap(line -> Stream.of(line.split(" ")))
                .filter(cell -> cell.startsWith(move + "="))
                .map(cell -> cell.substring(move.length() + 1))
                .findFirst()
                .orElse(null);
        KeyStatus status = KeyStatus.valueOf(from);
        if (goal == null) {
            assertThatThrownBy(() -> MOVES.get(move).apply(status))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.status()).isEqualTo(409));
        } else {
            assertThat(MOVES.get(move).apply(status)).hasToString(goal);
        }
    }

    @Test
    void aFoundDeviceIsWhatItWas() {
        assertThat(KeyStatus.LOST.find(KeyStatus.SUSPENDED)).isEqualTo(KeyStatus.SUSPENDED);
        assertThatThrownBy(() -> KeyStatus.ACTIVE.find(KeyStatus.SUSPENDED)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> KeyStatus.LOST.find(null)).isInstanceOf(Problem.class);
    }
}
