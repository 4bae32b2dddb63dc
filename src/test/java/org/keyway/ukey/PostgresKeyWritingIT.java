package org.keyway.ukey;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.certificate.CertificateState;
import org.keyway.certificate.House;
import org.keyway.ukey.sandbox.TokenFault;
import org.keyway.ukey.sandbox.TokenFaults;

/** The same SQL on PostgreSQL: reserve, write with a fault, redeem, revoke, concurrently where it matters. */
class PostgresKeyWritingIT {

    @TempDir
    static Path folder;

    @Test
    void aKeyIsWrittenOnPostgresToo() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Desk desk =
                        new Desk(new House(folder, postgres.getPostgresDatabase(), true, "org.keyway.ukey")).start()) {
            WriteOrder order = desk.reserved();
            var codes = desk.get(AuthorizationCodes.class);
            codes.issue(order.orderNo(), 1);
            codes.issue(order.orderNo(), 1);
            codes.redeem(order.orderNo(), 1, order.serial(), codes.reveal(order.orderNo(), 1));
            desk.get(TokenFaults.class).inject(order.serial(), TokenFault.WRITE_ERROR, 1);
            assertThat(desk.write(order)).isEqualTo(new WriteResult.Refused("UKEY_WRITE_FAILED"));
            assertThat(desk.write(order)).isEqualTo(new WriteResult.Written(order.serial()));
            assertThat(desk.get(TestStamps.class).stamp(order.orderNo(), 1)).isTrue();
            desk.stock().ship(order.orderNo());
            desk.stock().lost(order.orderNo());
            assertThat(desk.certificates().of(order.orderNo()))
                    .hasSize(2)
                    .allMatch(certificate -> certificate.state() == CertificateState.REVOKED);
            assertThat(desk.get(org.keyway.certificate.PkiPublications.class)
                            .crl(org.keyway.certificate.KeyAlgorithm.RSA_2048))
                    .isNotEmpty();
            reserveAtOnce(desk);
        }
    }

    private static void reserveAtOnce(Desk desk) throws Exception {
        desk.stock().register("GM3000", 6);
        var pool = Executors.newFixedThreadPool(6);
        var taken = new java.util.HashSet<String>();
        for (var one : pool.invokeAll(IntStream.range(0, 6)
                .<Callable<String>>mapToObj(i ->
                        () -> desk.stock().reserve("XB2026112200000" + i, 1).orElseThrow())
                .toList())) {
            taken.add(one.get());
        }
        pool.shutdown();
        assertThat(taken).hasSize(6);
    }
}
