package org.keyway.payment;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every notice that came, once; refused ones under a fingerprint of their bytes, so that they block no genuine id. */
@Repository
class PaymentNotices {

    static final String APPLIED = "APPLIED";

    private final JdbcClient jdbc;
    private final Clock clock;

    PaymentNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the notice was there before; counts the repeat. */
    boolean isRepeat(String provider, String noticeId) {
        return jdbc.sql("update payment_notice set repeats = repeats + 1 where provider = ? and notice_id = ?")
                        .params(provider, noticeId)
                        .update()
                > 0;
    }

    void add(String provider, String noticeId, String paymentNo, String outcome, String kept) {
        String cut = kept == null ? null : kept.substring(0, Math.min(kept.length(), 1000));
        jdbc.sql("insert into payment_notice (provider, notice_id, payment_no, outcome, kept, received_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(provider, noticeId, paymentNo, outcome, cut, OffsetDateTime.now(clock))
                .update();
    }
}
