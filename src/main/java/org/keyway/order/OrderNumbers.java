package org.keyway.order;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.keyway.shared.OwnTransaction;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands out numbers of orders and lists of orders: two letters + yyyyMMdd + six digits, counted per letters and day. */
@Component
public class OrderNumbers {

    private final JdbcClient jdbc;
    private final OwnTransaction ownTransaction;
    private final Clock clock;

    OrderNumbers(JdbcClient jdbc, OwnTransaction ownTransaction, Clock clock) {
        this.jdbc = jdbc;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    String next(BusinessLine line) {
        return next(line.prefix());
    }

    /** The next number of the day under these two letters; committed at once. */
    public String next(String prefix) {
        String day = prefix + DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(clock));
        openDay(day);
        return ownTransaction.commit(() -> day + String.format("%06d", increment(day)));
    }

    private void openDay(String day) {
        boolean known = jdbc.sql("select count(*) from order_number where series = ?")
                        .param(day)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!known) {
            try {
                ownTransaction.commit(() -> jdbc.sql("insert into order_number (series, last_number) values (?, 0)")
                        .param(day)
                        .update());
            } catch (DuplicateKeyException alreadyOpened) {
                // another request opened the day in between
            }
        }
    }

    private int increment(String day) {
        jdbc.sql("update order_number set last_number = last_number + 1 where series = ?")
                .param(day)
                .update();
        return jdbc.sql("select last_number from order_number where series = ?")
                .param(day)
                .query(Integer.class)
                .single();
    }
}
