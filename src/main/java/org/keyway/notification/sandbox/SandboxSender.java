package org.keyway.notification.sandbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.keyway.notification.Channel;
import org.keyway.notification.MessageSender;
import org.keyway.shared.OwnTransaction;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sandbox twin of the SMS cloud and the mail server: the same id arrives once. */
@Component
@ConditionalOnBooleanProperty("keyway.demo")
class SandboxSender implements MessageSender {

    private final JdbcClient jdbc;
    private final OwnTransaction own;
    private final SandboxMode mode;
    private final Clock clock;

    SandboxSender(JdbcClient jdbc, OwnTransaction own, SandboxMode mode, Clock clock) {
        this.jdbc = jdbc;
        this.own = own;
        this.mode = mode;
        this.clock = clock;
    }

    @Override
    public boolean carries(Channel channel) {
        return true;
    }

    @Override
    public void send(Outgoing message) {
        String partner = message.channel().name().toLowerCase(Locale.ROOT);
        mode.call(partner, "send", () -> {
            deliver(message);
            return message.id();
        });
    }

    private void deliver(Outgoing message) {
        try {
            own.commit(() -> jdbc.sql("insert into sandbox_message (id, order_no, channel, recipient, template, text,"
                            + " at) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(message.id(), message.orderNo(), message.channel().name(), message.to())
                    .params(message.template(), message.text(), OffsetDateTime.now(clock))
                    .update());
        } catch (DuplicateKeyException e) {
            // the phone has it already
            return;
        }
    }
}
