package org.keyway.notification.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.notification.Channel;
import org.keyway.notification.MessageSender;
import org.keyway.notification.MessageSenderContract;
import org.keyway.payment.PartnerBench;
import org.keyway.shared.NoticeAnswer;

class SandboxSenderTest extends MessageSenderContract {

    @TempDir
    static Path data;

    private PartnerBench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new PartnerBench(data, (path, headers, body) -> NoticeAnswer.text(404, ""), "org.keyway.notification");
    }

    @AfterEach
    void shut() {
        bench.close();
    }

    @Test
    void theSameIdArrivesOnce() {
        sender().send(message("m1"));
        sender().send(message("m1"));
        assertThat(arrived()).hasSize(1);
    }

    @Override
    protected MessageSender sender() {
        return bench.bean(SandboxSender.class);
    }

    @Override
    protected Channel channel() {
        return Channel.SMS;
    }

    @Override
    protected String address() {
        return "13800000001";
    }

    @Override
    protected List<String> arrived() {
        return bench.bean(SandboxPhones.class).list(address(), null).stream()
                .map(SentMessage::text)
                .toList();
    }

    @Override
    protected void breakDown() {
        bench.bean(SandboxMode.class).setMode("sms", "ERROR");
    }
}
