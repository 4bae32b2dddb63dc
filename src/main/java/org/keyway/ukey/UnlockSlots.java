package org.keyway.ukey;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.keyway.certificate.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When a supporter and a holder meet to unlock a key; the last booking of an order counts. */
@Repository
public class UnlockSlots {

    private final JdbcClient jdbc;
    private final Clock clock;

    UnlockSlots(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Books another time for the order. */
    @Transactional
    public void book(String orderNo, Instant slot) {
        jdbc.sql("insert into unlock_slot (order_no, booking, slot_at, booked_at) values (?, ?, ?, ?)")
                .params(orderNo, bookings(orderNo) + 1, Rows.time(slot), Rows.time(clock.instant()))
                .update();
    }

    /** The time that now counts. */
    public Optional<Instant> of(String orderNo) {
        return jdbc.sql("select slot_at from unlock_slot where order_no = ? order by booking desc limit 1")
                .param(orderNo)
                .query((row, number) -> Rows.instant(row, "slot_at"))
                .optional();
    }

    /** How often the order was booked, the first time included. */
    public int bookings(String orderNo) {
        return jdbc.sql("select count(*) from unlock_slot where order_no = ?")
                .param(orderNo)
                .query(Integer.class)
                .single();
    }

    /** How many orders were ever booked for exactly this time. */
    public int at(Instant slot) {
        return jdbc.sql("select count(*) from unlock_slot where slot_at = ?")
                .param(Rows.time(slot))
                .query(Integer.class)
                .single();
    }
}
