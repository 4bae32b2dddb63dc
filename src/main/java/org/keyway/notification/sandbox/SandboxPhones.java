package org.keyway.notification.sandbox;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Shows what reached the people in the demo. */
@Service
@ConditionalOnBooleanProperty("keyway.demo")
public class SandboxPhones {

    private final JdbcClient jdbc;

    SandboxPhones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Messages to a phone or mailbox and about an order, oldest first; null or empty means any. */
    public List<SentMessage> list(String to, String orderNo) {
        String person = to == null ? "" : to;
        String order = orderNo == null ? "" : orderNo;
        return jdbc.sql("select * from sandbox_message where (? = '' or recipient = ?) and (? = '' or order_no = ?)"
                        + " order by at, id")
                .params(person, person, order, order)
                .query((row, n) -> new SentMessage(
                        row.getString("channel"),
                        row.getString("recipient"),
                        row.getString("template"),
                        row.getString("text"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
