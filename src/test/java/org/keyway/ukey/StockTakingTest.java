package org.keyway.ukey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockTakingTest {

    private static final String ENDED = "XB20261121000001";
    private static final String OPEN = "XB20261121000002";

    @TempDir
    Path folder;

    private Desk desk;
    private StockTaking taking;

    @BeforeEach
    void build() {
        desk = new Desk(folder).start();
        taking = desk.get(StockTaking.class);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void countsEachModel() {
        desk.stock().register("GM3000", 3);
        desk.stock().register("KW-2048", 1);
        desk.stock().reserve(OPEN, 0);
        assertThat(taking.levels()).extracting(StockLevel::model).containsExactly("GM3000", "KW-2048");
        assertThat(taking.levels().stream().mapToLong(StockLevel::blank).sum()).isEqualTo(3);
        assertThat(taking.levels().stream().mapToLong(StockLevel::reserved).sum())
                .isEqualTo(1);
    }

    @Test
    void onlyWhatAnEndedOrderHasForgottenComesBack() {
        desk.stock().register("GM3000", 2);
        String forgotten = desk.stock().reserve(ENDED, 0).orElseThrow();
        String wanted = desk.stock().reserve(OPEN, 0).orElseThrow();
        assertThat(taking.freeForgotten(Duration.ofDays(7), ENDED::equals))
                .as("not before the limit")
                .isEmpty();
        assertThat(taking.freeForgotten(Duration.ofDays(-1), ENDED::equals)).isEqualTo(List.of(forgotten));
        assertThat(taking.freeForgotten(Duration.ofDays(-1), ENDED::equals))
                .as("once")
                .isEmpty();
        assertThat(desk.stock().find(forgotten).status()).isEqualTo(KeyStatus.IN_STOCK);
        assertThat(desk.stock().find(wanted).status()).isEqualTo(KeyStatus.RESERVED);
    }
}
