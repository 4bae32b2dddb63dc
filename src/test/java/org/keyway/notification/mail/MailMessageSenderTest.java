package org.keyway.notification.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.keyway.notification.Channel;
import org.keyway.notification.MessageSender;
import org.keyway.notification.MessageSenderContract;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailMessageSenderTest extends MessageSenderContract {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private MailMessageSender sender;

    @BeforeEach
    void open() {
        server.start();
        JavaMailSenderImpl smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(server.getSmtp().getPort());
        sender = new MailMessageSender(smtp, new MailSettings(true, "keyway@example.com"));
    }

    @AfterEach
    void shut() {
        server.stop();
    }

    @Override
    protected MessageSender sender() {
        return sender;
    }

    @Override
    protected Channel channel() {
        return Channel.MAIL;
    }

    @Override
    protected String address() {
        return "legal@example.com";
    }

    @Override
    protected List<String> arrived() throws Exception {
        List<String> texts = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            texts.add(mail.getSubject() + mail.getHeader("X-Keyway-Message", null) + mail.getContent());
        }
        return texts;
    }

    @Override
    protected void breakDown() {
        server.stop();
    }
}
