package org.keyway.ukey;

import java.time.Clock;
import java.util.Optional;
import org.keyway.certificate.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The question that the key of an order was asked last. */
@Repository
class KeyChallengeRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    KeyChallengeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void replace(String orderNo, String serial, String nonce) {
        forget(orderNo);
        jdbc.sql("insert into key_challenge (order_no, serial, nonce, asked_at) values (?, ?, ?, ?)")
                .params(orderNo, serial, nonce, Rows.time(clock.instant()))
                .update();
    }

    Optional<String> open(String orderNo, String serial) {
        return jdbc.sql("select nonce from key_challenge where order_no = ? and serial = ? and answered_at is null")
                .params(orderNo, serial)
                .query(String.class)
                .optional();
    }

    void answered(String orderNo) {
        jdbc.sql("update key_challenge set answered_at = ? where order_no = ?")
                .params(Rows.time(clock.instant()), orderNo)
                .update();
    }

    boolean isAnswered(String orderNo) {
        return jdbc.sql("select count(*) from key_challenge where order_no = ? and answered_at is not null")
                        .param(orderNo)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void forget(String orderNo) {
        jdbc.sql("delete from key_challenge where order_no = ?").param(orderNo).update();
    }
}
