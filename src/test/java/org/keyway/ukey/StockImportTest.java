package org.keyway.ukey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.shared.Problem;
import org.keyway.ukey.StockImport.Fault;
import org.keyway.ukey.StockImport.Outcome;

class StockImportTest {

    @TempDir
    Path folder;

    private Desk desk;
    private StockImport lists;

    @BeforeEach
    void build() {
        desk = new Desk(folder).start();
        lists = desk.get(StockImport.class);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aListComesIntoTheStockAndCanBeWritten() {
        Outcome outcome =
                lists.receive("\uFEFF序列号,型号\r\na1b2c3d4e5f60718\r\n\r\n\"KW00000000901\"\tKW-国密", " GM3000 ", "feng");
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.serials()).containsExactly("A1B2C3D4E5F60718", "KW00000000901");
        assertThat(desk.stock().find("A1B2C3D4E5F60718").model()).isEqualTo("GM3000");
        assertThat(desk.stock().find("KW00000000901").model()).isEqualTo("KW-国密");
        String orderNo = desk.newOrder();
        String serial = desk.stock().reserve(orderNo, 1).orElseThrow();
        assertThat(desk.write(desk.order(orderNo, serial))).isEqualTo(new WriteResult.Written(serial));
    }

    @Test
    void everyBadLineIsNamedAndNothingIsDone() {
        desk.stock().register("GM3000", 1);
        String known =
                desk.get(KeyDevices.class).list("status = ?", "IN_STOCK").get(0).serial();
        String list =
                String.join("\n", "ABCDEF01,GM3000", "锁-1,GM3000", "ABCDEF01", "KW00000000902", known, "ABCDEF02,<b>");
        Outcome outcome = lists.receive(list, "GM3000", "feng");
        assertThat(outcome.serials()).isEmpty();
        assertThat(outcome.faults())
                .extracting(Fault::line, Fault::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "ukey.import.serial"),
                        org.assertj.core.groups.Tuple.tuple(3, "ukey.import.twice"),
                        org.assertj.core.groups.Tuple.tuple(4, "ukey.import.serial"),
                        org.assertj.core.groups.Tuple.tuple(5, "ukey.import.known"),
                        org.assertj.core.groups.Tuple.tuple(6, "ukey.import.model"));
        assertThat(desk.stock().reserve("XB20261121000001", 1)).isPresent();
        assertThat(desk.stock().reserve("XB20261121000001", 2)).isEmpty();
    }

    @Test
    void anEmptyOrEndlessListIsAProblem() {
        assertThatThrownBy(() -> lists.receive(" \n", "GM3000", "feng")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> lists.receive(null, null, "feng")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> lists.receive("ABCDEF01\n".repeat(1001), "GM3000", "feng"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void whatWasLostOrStolenIsOutOfReach() {
        desk.stock().register("GM3000", 1);
        String here =
                desk.get(KeyDevices.class).list("status = ?", "IN_STOCK").get(0).serial();
        assertThat(lists.block(here + "\nSTOLEN01", "GM3000", "feng").serials()).containsExactly(here, "STOLEN01");
        assertThat(lists.block("STOLEN01", "GM3000", "feng").faults())
                .as("told twice")
                .isEmpty();
        assertThat(desk.stock().reserve(desk.newOrder(), 1)).isEmpty();
        assertThat(lists.receive("STOLEN01\n" + here, "GM3000", "feng").faults())
                .extracting(Fault::reason)
                .containsOnly("ukey.import.blocked")
                .hasSize(2);
        assertThat(desk.write(desk.order(desk.newOrder(), here)))
                .isEqualTo(new WriteResult.Refused("UKEY_SERIAL_MISMATCH"));
    }

    @Test
    void aKeyOfAnOrderIsNotLostHere() {
        WriteOrder order = desk.reserved();
        assertThat(lists.block(order.serial(), "GM3000", "feng").faults())
                .extracting(Fault::reason, Fault::detail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ukey.import.busy", "RESERVED"));
        assertThat(desk.stock().find(order.serial()).status()).isEqualTo(KeyStatus.RESERVED);
    }

    @Test
    void ourOwnCounterPassesOverNumbersThatAListBrought() {
        String next = SerialNumber.of(
                Long.parseLong(desk.stock().register("GM3000", 1).get(0).substring(2, 12)) + 1);
        lists.receive(next, "GM3000", "feng");
        assertThat(desk.stock().register("GM3000", 1)).doesNotContain(next).isNotEqualTo(List.of());
    }
}
