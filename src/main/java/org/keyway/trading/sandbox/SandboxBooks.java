package org.keyway.trading.sandbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.keyway.shared.OwnTransaction;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sandbox trading system's own books, committed on their own as another authority's would be. */
@Repository("tradingSandboxBooks")
@ConditionalOnBooleanProperty("keyway.demo")
class SandboxBooks {

    private static final Set<String> APPROVED_FROM_THE_START = Set.of("zhang", "zhao", "qian");

    private final JdbcClient jdbc;
    private final OwnTransaction own;
    private final Clock clock;

    SandboxBooks(JdbcClient jdbc, OwnTransaction own, Clock clock) {
        this.jdbc = jdbc;
        this.own = own;
        this.clock = clock;
    }

    boolean isApproved(String account) {
        return jdbc.sql("select approved from sandbox_credit where account = ?")
                .param(account)
                .query(Boolean.class)
                .optional()
                .orElse(APPROVED_FROM_THE_START.contains(account));
    }

    void approve(String account, boolean approved) {
        own.commit(() -> jdbc.sql("delete from sandbox_credit where account = ?")
                        .param(account)
                        .update()
                + jdbc.sql("insert into sandbox_credit (account, approved) values (?, ?)")
                        .params(account, approved)
                        .update());
    }

    void request(String requestNo, List<String> keySerials) {
        try {
            own.commit(() -> jdbc.sql("insert into sandbox_binding (request_no, key_serials) values (?, ?)")
                    .params(requestNo, String.join(",", keySerials))
                    .update());
        } catch (DuplicateKeyException e) {
            // the same request again: one effect
            return;
        }
    }

    /** The newest request for the order; empty when there is none. */
    String newestRequest(String orderNo) {
        return jdbc.sql("select request_no from sandbox_binding where request_no like ? || 'B%'"
                        + " order by length(request_no) desc, request_no desc limit 1")
                .param(orderNo)
                .query(String.class)
                .optional()
                .orElse("");
    }

    void keyState(String noticeNo, String keySerial, String state) {
        try {
            own.commit(() -> jdbc.sql(
                            "insert into sandbox_key_state (notice_no, key_serial, state, told_at) values (?, ?, ?, ?)")
                    .params(noticeNo, keySerial, state, OffsetDateTime.now(clock))
                    .update());
        } catch (DuplicateKeyException e) {
            // the same notice again: one effect
            return;
        }
    }

    /** What this trading system knows of a key, newest last. */
    List<String> keyStates(String keySerial) {
        return jdbc.sql("select state from sandbox_key_state where key_serial = ? order by position")
                .param(keySerial)
                .query(String.class)
                .list();
    }

    long requests(String requestNo) {
        return jdbc.sql("select count(*) from sandbox_binding where request_no = ?")
                .param(requestNo)
                .query(Long.class)
                .single();
    }
}
