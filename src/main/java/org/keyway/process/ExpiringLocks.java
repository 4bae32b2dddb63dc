package org.keyway.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads, page by page and with one query each, the keys that a sweep must look at; keeps what was told. */
@Repository
class ExpiringLocks {

    static final int PAGE = 200;

    private static final String PAGE_QUERY = """
            select c.serial, c.key_serial, c.not_after, c.order_no, k.owner_account,
              (select min(r.stage) from expiry_reminder r where r.certificate_serial = c.serial) as told
            from certificate c
            join key_device k on k.serial = c.key_serial
            join application_order o on o.order_no = c.order_no
            where c.state = 'ACTIVE' and c.key_use = 'SIGN' and k.status in ('ACTIVE', 'PIN_LOCKED')
              and k.owner_account is not null and o.region = :region
              and c.not_after < :end and (c.not_after > :from or c.not_after = :from and c.serial > :after)
              and not exists (
                select 1 from key_claim l join application_order a on a.order_no = l.order_no
                where l.serial = c.key_serial and a.line = 'renewal'
                  and a.status not in ('REJECTED', 'REFUNDED', 'CANCELLED', 'EXPIRED', 'COMPLETED'))
            order by c.not_after, c.serial
            fetch first :page rows only""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ExpiringLocks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The next keys of a city whose certificates end from {@code from} on and before {@code end}. */
    List<ExpiringLock> page(String region, Instant from, String afterSerial, Instant end) {
        return jdbc.sql(PAGE_QUERY)
                .param("region", region)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("after", afterSerial)
                .param("end", end.atOffset(ZoneOffset.UTC))
                .param("page", PAGE)
                .query(ExpiringLocks::read)
                .list();
    }

    /** The stage was told for this certificate. */
    void told(ExpiringLock lock, int stage) {
        jdbc.sql("insert into expiry_reminder (certificate_serial, stage, key_serial, told_at) values (?, ?, ?, ?)")
                .params(lock.certificateSerial(), stage, lock.keySerial(), OffsetDateTime.now(clock))
                .update();
    }

    private static ExpiringLock read(ResultSet row, int index) throws SQLException {
        return new ExpiringLock(
                row.getString("serial"),
                row.getString("key_serial"),
                row.getString("owner_account"),
                row.getString("order_no"),
                row.getObject("not_after", OffsetDateTime.class).toInstant(),
                row.getObject("told") == null ? null : row.getInt("told"));
    }
}
