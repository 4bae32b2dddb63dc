package org.keyway.ukey;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.keyway.certificate.Rows;
import org.keyway.shared.AuditRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keys of an order that cannot be made and are made no more; the other keys of the order go on. */
@Service
public class GivenUpKeys {

    /** One key that was given up; {@code serial} is the device that had been set aside, null when there was none. */
    public record GivenUp(int keyIndex, String serial, Instant at) {}

    private final KeyStock stock;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    GivenUpKeys(KeyStock stock, JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.stock = stock;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Nothing more is written for this key; what was begun on its device is void. Repeating it changes nothing. */
    @Transactional
    public void giveUp(String orderNo, int keyIndex) {
        if (of(orderNo).stream().anyMatch(key -> key.keyIndex() == keyIndex)) {
            return;
        }
        String serial = stock.current(orderNo, keyIndex).map(KeyDevice::serial).orElse(null);
        stock.free(orderNo, keyIndex);
        jdbc.sql("insert into key_given_up (order_no, key_index, serial, given_up_at) values (?, ?, ?, ?)")
                .params(orderNo, keyIndex, serial, Rows.time(clock.instant()))
                .update();
        events.publishEvent(new AuditRecord("system", "ukey.givenUp", orderNo, "key " + (keyIndex + 1)));
    }

    /** The keys of an order that were given up, by key index. */
    public List<GivenUp> of(String orderNo) {
        return jdbc.sql("select key_index, serial, given_up_at from key_given_up where order_no = ? order by key_index")
                .param(orderNo)
                .query((row, number) ->
                        new GivenUp(row.getInt("key_index"), row.getString("serial"), Rows.instant(row, "given_up_at")))
                .list();
    }
}
