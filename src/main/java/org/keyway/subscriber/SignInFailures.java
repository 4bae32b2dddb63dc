package org.keyway.subscriber;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Failed sign-ins and locks, under keyed hashes. */
@Repository
class SignInFailures {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInFailures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String account, String address) {
        jdbc.sql("delete from sign_in_failure where at < ?")
                .param(now().minus(KEPT))
                .update();
        jdbc.sql("insert into sign_in_failure (id, account_hash, address_hash, at) values (?, ?, ?, ?)")
                .params(UUID.randomUUID().toString(), account, address, now())
                .update();
    }

    /** Failures of the account within {@code time}, from wherever. */
    int ofAccount(String account, Duration time) {
        return jdbc.sql("select count(*) from sign_in_failure where account_hash = ? and at > ?")
                .params(account, now().minus(time))
                .query(Integer.class)
                .single();
    }

    /** Different names that failed from the address within {@code time}. */
    int accountsAt(String address, Duration time) {
        return jdbc.sql("select count(distinct account_hash) from sign_in_failure where address_hash = ? and at > ?")
                .params(address, now().minus(time))
                .query(Integer.class)
                .single();
    }

    void forgive(String account, String address) {
        jdbc.sql("delete from sign_in_failure where account_hash = ? and address_hash = ?")
                .params(account, address)
                .update();
    }

    void forgive(String account) {
        jdbc.sql("delete from sign_in_failure where account_hash = ?")
                .param(account)
                .update();
        jdbc.sql("delete from sign_in_lock where subject_hash = ?")
                .param(account)
                .update();
    }

    boolean isLocked(String account, String address) {
        return jdbc.sql("select count(*) from sign_in_lock where subject_hash in (?, ?) and until_at > ?")
                        .params(account, address, now())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void lock(String subject, Duration time) {
        int known = jdbc.sql("update sign_in_lock set until_at = ? where subject_hash = ?")
                .params(now().plus(time), subject)
                .update();
        if (known == 0) {
            jdbc.sql("insert into sign_in_lock (subject_hash, until_at) values (?, ?)")
                    .params(subject, now().plus(time))
                    .update();
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
