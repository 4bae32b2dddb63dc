package org.keyway.ukey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.shared.Problem;

class KeyStockTest {

    @TempDir
    Path folder;

    private Desk desk;
    private KeyStock stock;

    @BeforeEach
    void build() {
        desk = new Desk(folder).start();
        stock = desk.stock();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void serialsCarryACheckDigitAndAreNeverTheSame() {
        var serials = stock.register("GM3000", 30);
        assertThat(serials)
                .doesNotHaveDuplicates()
                .allMatch(SerialNumber::isValid)
                .allMatch(s -> s.matches("KW\\d{11}"));
        String first = serials.get(0);
        assertThat(SerialNumber.isValid(first.substring(0, 12) + (first.charAt(12) == '0' ? '1' : '0')))
                .isFalse();
        assertThat(serials).hasSize(30);
    }

    @Test
    void aStockThatRanOutIsNotNew() {
        assertThat(stock.isNew()).isTrue();
        stock.register("GM3000", 1);
        stock.reserve("XB20261121000001", 1);
        assertThat(stock.isNew()).isFalse();
    }

    @Test
    void aReservationIsKeptAndGivenBack() {
        assertThat(stock.reserve("XB20261121000001", 1)).isEmpty();
        stock.register("GM3000", 1);
        Optional<String> serial = stock.reserve("XB20261121000001", 1);
        assertThat(stock.reserve("XB20261121000001", 1)).isEqualTo(serial);
        assertThat(stock.reserve("XB20261121000002", 1)).isEmpty();
        stock.free("XB20261121000001");
        assertThat(stock.reserve("XB20261121000002", 1)).isEqualTo(serial);
    }

    @org.junit.jupiter.api.RepeatedTest(5)
    void oneKeyForOneOrderHoweverManyAskAtOnce() throws Exception {
        stock.register("GM3000", 8);
        var pool = Executors.newFixedThreadPool(8);
        var taken = pool.invokeAll(IntStream.range(0, 8)
                .<Callable<String>>mapToObj(
                        i -> () -> stock.reserve("XB2026112100000" + i, 1).orElseThrow())
                .toList());
        var serials = new java.util.HashSet<String>();
        for (var one : taken) {
            serials.add(one.get());
        }
        pool.shutdown();
        assertThat(serials).hasSize(8);
    }

    @Test
    void anotherOrdersKeyDoesNotGoIntoTheParcel() {
        stock.register("GM3000", 2);
        stock.reserve("XB20261121000001", 1);
        String foreign = stock.reserve("XB20261121000002", 1).orElseThrow();
        assertThatThrownBy(() -> stock.pack("XB20261121000001", foreign))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().get(0).field()).isEqualTo("keySerial"));
        assertThatThrownBy(() -> stock.pack("XB20261121000001", null)).isInstanceOf(Problem.class);
    }
}
