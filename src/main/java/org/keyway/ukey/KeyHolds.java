package org.keyway.ukey;

import java.time.Clock;
import java.util.List;
import org.keyway.certificate.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which orders hold a key back; it works again when the last of them lets go. */
@Repository
class KeyHolds {

    private final JdbcClient jdbc;
    private final Clock clock;

    KeyHolds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String serial, String orderNo) {
        int again = jdbc.sql("update key_hold set released_at = null where key_serial = ? and order_no = ?")
                .params(serial, orderNo)
                .update();
        if (again == 0) {
            jdbc.sql("insert into key_hold (key_serial, order_no, held_at) values (?, ?, ?)")
                    .params(serial, orderNo, Rows.time(clock.instant()))
                    .update();
        }
    }

    /** Whether the order held the key until now. */
    boolean release(String serial, String orderNo) {
        return jdbc.sql(
                                "update key_hold set released_at = ? where key_serial = ? and order_no = ? and released_at is null")
                        .params(Rows.time(clock.instant()), serial, orderNo)
                        .update()
                == 1;
    }

    /** Orders that hold the key back now. */
    List<String> on(String serial) {
        return jdbc.sql("select order_no from key_hold where key_serial = ? and released_at is null order by held_at")
                .param(serial)
                .query(String.class)
                .list();
    }
}
