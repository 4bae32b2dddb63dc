package org.keyway.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.keyway.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was meant to be said and whether it left the house; never a secret, never a whole address. */
@Repository
class Messages {

    record Row(String id, String status, int attempts) {

        boolean isSent() {
            return "SENT".equals(status);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Messages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Row> find(MessageRequest request) {
        return jdbc.sql("select * from message where order_no = ? and template = ? and occasion = ?")
                .params(request.orderNo(), request.template(), request.occasion())
                .query((row, n) -> new Row(row.getString("id"), row.getString("status"), row.getInt("attempts")))
                .optional();
    }

    /** Writes a new message down, taken for sending; answers its id. */
    String add(MessageRequest request, Channel channel, String recipientMasked, String shown) {
        String id = Ids.next();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("insert into message (id, order_no, template, occasion, channel, recipient_masked, shown, status,"
                        + " created_at, attempts, claimed_at) values (?, ?, ?, ?, ?, ?, ?, 'SENDING', ?, 1, ?)")
                .params(id, request.orderNo(), request.template(), request.occasion())
                .params(channel.name(), recipientMasked, shown, now, now)
                .update();
        return id;
    }

    /** Takes the message for sending; false when it is sent or somebody else is sending it right now. */
    boolean claim(String id, Duration stale) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql("update message set status = 'SENDING', attempts = attempts + 1, claimed_at = ? where id = ?"
                                + " and (status in ('INTENDED', 'FAILED') or status = 'SENDING' and claimed_at < ?)")
                        .params(now, id, now.minus(stale))
                        .update()
                == 1;
    }

    void sent(String id) {
        jdbc.sql("update message set status = 'SENT', sent_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), id)
                .update();
    }

    void failed(String id) {
        jdbc.sql("update message set status = 'FAILED' where id = ? and status = 'SENDING'")
                .param(id)
                .update();
    }

    List<MessageView> of(String orderNo) {
        return jdbc.sql("select * from message where order_no = ? order by created_at, id")
                .param(orderNo)
                .query((row, n) -> {
                    OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
                    return new MessageView(
                            Channel.valueOf(row.getString("channel")),
                            row.getString("recipient_masked"),
                            row.getString("template"),
                            row.getString("shown"),
                            row.getString("status"),
                            sent == null ? null : sent.toInstant());
                })
                .list();
    }
}
