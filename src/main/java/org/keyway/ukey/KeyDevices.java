package org.keyway.ukey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyway.certificate.Rows;
import org.keyway.shared.Problem;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All UKeys that were ever registered. */
@Repository
class KeyDevices {

    private final JdbcClient jdbc;
    private final Clock clock;

    KeyDevices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The next serial number that no list has brought; the counter row makes concurrent registrations wait. */
    String nextSerial() {
        String serial = counted();
        while (find(serial).isPresent()) {
            serial = counted();
        }
        return serial;
    }

    private String counted() {
        jdbc.sql("update key_serial_counter set last_number = last_number + 1 where id = 1")
                .update();
        return SerialNumber.of(jdbc.sql("select last_number from key_serial_counter where id = 1")
                .query(Long.class)
                .single());
    }

    void add(String serial, String model) {
        jdbc.sql("insert into key_device (serial, model, status, registered_at, updated_at) values (?, ?, ?, ?, ?)")
                .params(serial, model, KeyStatus.IN_STOCK.name(), now(), now())
                .update();
    }

    Optional<KeyDevice> find(String serial) {
        return list("serial = ?", serial).stream().findFirst();
    }

    List<KeyDevice> list(String condition, Object... values) {
        return jdbc.sql("select * from key_device where " + condition + " order by key_index, serial")
                .params(List.of(values))
                .query(KeyDevices::device)
                .list();
    }

    /** The device in use that this key of the order is about. */
    Optional<KeyDevice> claimedBy(String orderNo, int keyIndex) {
        return list(
                        "serial = (select serial from key_claim where key_claim.order_no = ? and key_claim.key_index = ?)",
                        orderNo,
                        keyIndex)
                .stream()
                .findFirst();
    }

    /** A blank device from the stock, locked for this transaction; those that others are taking are passed over. */
    Optional<KeyDevice> anyInStock() {
        List<String> candidates = jdbc.sql("select serial from key_device where status = ? order by serial limit 100")
                .param(KeyStatus.IN_STOCK.name())
                .query(String.class)
                .list();
        for (String serial : candidates) {
            Optional<KeyDevice> locked = jdbc.sql(
                            "select * from key_device where serial = ? and status = ? for update skip locked")
                    .params(serial, KeyStatus.IN_STOCK.name())
                    .query(KeyDevices::device)
                    .optional();
            if (locked.isPresent()) {
                return locked;
            }
        }
        if (!candidates.isEmpty()) {
            throw new CannotAcquireLockException("every blank device is being taken by others just now");
        }
        return Optional.empty();
    }

    /** How many devices of each model there are, by model. */
    List<StockLevel> levels() {
        return jdbc.sql("""
                        select model, sum(case when status = 'IN_STOCK' then 1 else 0 end) as blank,
                          sum(case when status = 'RESERVED' then 1 else 0 end) as reserved,
                          sum(case when status in ('ACTIVE', 'SUSPENDED', 'PIN_LOCKED') then 1 else 0 end) as in_use
                        from key_device group by model order by model""")
                .query((row, n) -> new StockLevel(
                        row.getString("model"), row.getLong("blank"), row.getLong("reserved"), row.getLong("in_use")))
                .list();
    }

    /** Devices that have been set aside and untouched since then. */
    List<KeyDevice> reservedBefore(Instant time) {
        return list("status = ? and updated_at < ?", KeyStatus.RESERVED.name(), Rows.time(time));
    }

    /** Compare and set of the status; {@code next} carries everything else that changes with it. */
    void move(KeyDevice device, KeyDevice next) {
        int changed = jdbc.sql("""
                        update key_device set status = ?, former_status = ?, order_no = ?, key_index = ?,
                          owner_account = ?, written_at = ?, updated_at = ? where serial = ? and status = ?""")
                .param(next.status().name())
                .param(next.former() == null ? null : next.former().name())
                .param(next.orderNo())
                .param(next.orderNo() == null ? null : next.keyIndex())
                .param(next.owner())
                .param(Rows.time(next.writtenAt()))
                .param(now())
                .param(device.serial())
                .param(device.status().name())
                .update();
        if (changed != 1) {
            throw Problem.conflict("ukey.moved", device.serial());
        }
    }

    private java.time.OffsetDateTime now() {
        return Rows.time(clock.instant());
    }

    private static KeyDevice device(ResultSet row, int number) throws SQLException {
        String former = row.getString("former_status");
        return new KeyDevice(
                row.getString("serial"),
                row.getString("model"),
                KeyStatus.valueOf(row.getString("status")),
                former == null ? null : KeyStatus.valueOf(former),
                row.getString("order_no"),
                row.getInt("key_index"),
                row.getString("owner_account"),
                Rows.instant(row, "written_at"));
    }
}
