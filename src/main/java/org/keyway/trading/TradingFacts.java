package org.keyway.trading;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Credit standings, bid openings and the notices that told them. */
@Repository
class TradingFacts {

    private final JdbcClient jdbc;
    private final Clock clock;

    TradingFacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Boolean> credit(String account) {
        return jdbc.sql("select approved from credit_standing where account = ?")
                .param(account)
                .query(Boolean.class)
                .optional();
    }

    void credit(String account, boolean approved) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        int rows = jdbc.sql("update credit_standing set approved = ?, told_at = ? where account = ?")
                .params(approved, now, account)
                .update();
        if (rows == 0) {
            jdbc.sql("insert into credit_standing (account, approved, told_at) values (?, ?, ?)")
                    .params(account, approved, now)
                    .update();
        }
    }

    /** Remembers when the trading system spoke of its own accord; a refusal takes the approval back. */
    void creditNoticed(String account, boolean approved) {
        jdbc.sql("update credit_standing set approval_told_at = ? where account = ?")
                .params(approved ? OffsetDateTime.now(clock) : null, account)
                .update();
    }

    Optional<Instant> creditApprovedAt(String account) {
        return jdbc.sql(
                        "select approval_told_at from credit_standing where account = ? and approval_told_at is not null")
                .param(account)
                .query((row, n) ->
                        row.getObject("approval_told_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    Optional<Instant> bidOpening(String orderNo) {
        return jdbc.sql("select opening_at from bid_opening where order_no = ?")
                .param(orderNo)
                .query((row, n) ->
                        row.getObject("opening_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    void bidOpening(String orderNo, Instant at) {
        OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
        int rows = jdbc.sql("update bid_opening set opening_at = ? where order_no = ?")
                .params(time, orderNo)
                .update();
        if (rows == 0) {
            jdbc.sql("insert into bid_opening (order_no, opening_at) values (?, ?)")
                    .params(orderNo, time)
                    .update();
        }
    }

    /** Whether the notice was there before. */
    boolean isRepeat(String noticeId) {
        return jdbc.sql("select count(*) from trading_notice where notice_id = ?")
                        .param(noticeId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void notice(String noticeId, String kind) {
        jdbc.sql("insert into trading_notice (notice_id, kind, outcome, received_at) values (?, ?, 'APPLIED', ?)")
                .params(noticeId, kind, OffsetDateTime.now(clock))
                .update();
    }
}
