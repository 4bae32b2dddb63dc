package org.keyway.ukey;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.keyway.certificate.Rows;
import org.keyway.ukey.OneTimeCodes.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One-time codes as hashes, each issue a row. */
@Repository
class OneTimeCodeRows {

    record Row(int issue, PinHash hash, Instant expiresAt, boolean redeemed) {}

    private static final String WHERE = " where order_no = ? and purpose = ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeCodeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Row> latest(String orderNo, Purpose purpose) {
        return jdbc.sql("select * from one_time_code" + WHERE + " order by issue desc limit 1")
                .params(orderNo, purpose.name())
                .query((row, number) -> new Row(
                        row.getInt("issue"),
                        new PinHash(row.getBytes("salt"), row.getBytes("hash")),
                        Rows.instant(row, "expires_at"),
                        row.getObject("redeemed_at") != null))
                .optional();
    }

    int issuedSince(String orderNo, Purpose purpose, Instant since) {
        return count(" and issued_at >= ?", orderNo, purpose.name(), Rows.time(since));
    }

    boolean isRedeemed(String orderNo, Purpose purpose) {
        return count(" and redeemed_at is not null", orderNo, purpose.name()) > 0;
    }

    void add(String orderNo, Purpose purpose, int issue, PinHash hash, Instant expiresAt) {
        jdbc.sql("""
                        insert into one_time_code (order_no, purpose, issue, salt, hash, issued_at, expires_at, tries)
                          values (?, ?, ?, ?, ?, ?, ?, 0)""")
                .params(
                        orderNo,
                        purpose.name(),
                        issue,
                        hash.salt(),
                        hash.hash(),
                        Rows.time(clock.instant()),
                        Rows.time(expiresAt))
                .update();
    }

    /** Pays for one try and says which it is; more than {@code max} when none was left. */
    int countTry(String orderNo, Purpose purpose, int issue, int max) {
        int paid = jdbc.sql("update one_time_code set tries = tries + 1" + WHERE + " and issue = ? and tries < ?")
                .params(orderNo, purpose.name(), issue, max)
                .update();
        int tries = jdbc.sql("select tries from one_time_code" + WHERE + " and issue = ?")
                .params(orderNo, purpose.name(), issue)
                .query(Integer.class)
                .single();
        return paid == 1 ? tries : max + 1;
    }

    /** A right code costs no try. */
    int giveBack(String orderNo, Purpose purpose, int issue) {
        return jdbc.sql("update one_time_code set tries = tries - 1" + WHERE + " and issue = ? and tries > 0")
                .params(orderNo, purpose.name(), issue)
                .update();
    }

    void redeem(String orderNo, Purpose purpose, int issue) {
        jdbc.sql("update one_time_code set redeemed_at = ?" + WHERE + " and issue = ?")
                .params(Rows.time(clock.instant()), orderNo, purpose.name(), issue)
                .update();
    }

    private int count(String condition, Object... values) {
        return jdbc.sql("select count(*) from one_time_code" + WHERE + condition)
                .params(values)
                .query(Integer.class)
                .single();
    }
}
