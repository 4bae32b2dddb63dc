package org.keyway.trading;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the trading system was told about keys: first the intention, then that it is done. */
@Repository
class KeyNotices {

    private final JdbcClient jdbc;
    private final Clock clock;

    KeyNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes the intention down unless it is; returns whether the trading system still has to be told. */
    boolean intend(String noticeNo, String orderNo, String keySerial, KeyState state) {
        Boolean told = jdbc.sql("select told_at is not null from key_notice where notice_no = ?")
                .param(noticeNo)
                .query(Boolean.class)
                .optional()
                .orElse(null);
        if (told == null) {
            jdbc.sql("""
                    insert into key_notice (notice_no, order_no, key_serial, state, intended_at)
                    values (?, ?, ?, ?, ?)""")
                    .params(noticeNo, orderNo, keySerial, state.name(), OffsetDateTime.now(clock))
                    .update();
        }
        return !Boolean.TRUE.equals(told);
    }

    void told(String noticeNo) {
        jdbc.sql("update key_notice set told_at = ? where notice_no = ?")
                .params(OffsetDateTime.now(clock), noticeNo)
                .update();
    }
}
