package org.keyway.subscriber;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes to set a new password, as hashes; only the newest of an account counts. */
@Repository
class ResetCodes {

    /** A code that may still be used. */
    record Row(String id, SaltedHash hash) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ResetCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many were made for the account within {@code time}. */
    int countSince(String account, Duration time) {
        return jdbc.sql("select count(*) from password_reset where account = ? and created_at > ?")
                .params(account, now().minus(time))
                .query(Integer.class)
                .single();
    }

    String add(String account, SaltedHash hash, Duration validity) {
        jdbc.sql("update password_reset set used = true where account = ? and used = false")
                .param(account)
                .update();
        String id = UUID.randomUUID().toString();
        jdbc.sql("insert into password_reset (id, account, salt, hash, tries, used, created_at, expires_at)"
                        + " values (?, ?, ?, ?, 0, false, ?, ?)")
                .params(id, account, hash.salt(), hash.hash(), now(), now().plus(validity))
                .update();
        return id;
    }

    Optional<Row> open(String account) {
        return jdbc
                .sql("select * from password_reset where account = ? and used = false and expires_at > ?"
                        + " order by created_at desc")
                .params(account, now())
                .query((row, n) ->
                        new Row(row.getString("id"), new SaltedHash(row.getBytes("salt"), row.getBytes("hash"))))
                .list()
                .stream()
                .findFirst();
    }

    /** Pays for one try; false when none is left. */
    boolean payForTry(String id, int most) {
        return jdbc.sql("update password_reset set tries = tries + 1 where id = ? and tries < ? and used = false")
                        .params(id, most)
                        .update()
                == 1;
    }

    /** Uses the code up; false when somebody else just did. */
    boolean use(String id) {
        return jdbc.sql("update password_reset set used = true where id = ? and used = false")
                        .param(id)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
