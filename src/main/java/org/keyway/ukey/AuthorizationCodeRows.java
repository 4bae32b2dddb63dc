package org.keyway.ukey;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.keyway.certificate.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Authorization codes as hashes. */
@Repository
class AuthorizationCodeRows {

    record Row(int issue, PinHash hash, Instant expiresAt, String redeemedSerial) {}

    private static final String WHERE = " where order_no = ? and key_index = ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    AuthorizationCodeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Row> find(String orderNo, int keyIndex) {
        return jdbc.sql("select * from authorization_code" + WHERE)
                .params(orderNo, keyIndex)
                .query((row, number) -> new Row(
                        row.getInt("issue"),
                        new PinHash(row.getBytes("salt"), row.getBytes("hash")),
                        Rows.instant(row, "expires_at"),
                        row.getString("redeemed_serial")))
                .optional();
    }

    void put(String orderNo, int keyIndex, int issue, PinHash hash, Instant expiresAt) {
        if (issue > 1) {
            jdbc.sql("delete from authorization_code" + WHERE)
                    .params(orderNo, keyIndex)
                    .update();
        }
        jdbc.sql("""
                        insert into authorization_code (order_no, key_index, issue, salt, hash, expires_at, tries)
                          values (?, ?, ?, ?, ?, ?, 0)""")
                .params(orderNo, keyIndex, issue, hash.salt(), hash.hash(), Rows.time(expiresAt))
                .update();
    }

    /** Pays for one try and says which it is; more than {@code max} when none was left. */
    int countTry(String orderNo, int keyIndex, int max) {
        int paid = jdbc.sql("update authorization_code set tries = tries + 1" + WHERE + " and tries < ?")
                .params(orderNo, keyIndex, max)
                .update();
        int tries = jdbc.sql("select tries from authorization_code" + WHERE)
                .params(orderNo, keyIndex)
                .query(Integer.class)
                .single();
        return paid == 1 ? tries : max + 1;
    }

    int redeem(String orderNo, int keyIndex, String serial) {
        return jdbc.sql("update authorization_code set redeemed_serial = ?, redeemed_at = ?, tries = 0" + WHERE)
                .params(serial, Rows.time(clock.instant()), orderNo, keyIndex)
                .update();
    }
}
