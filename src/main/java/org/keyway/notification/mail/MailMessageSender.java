package org.keyway.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.keyway.notification.Channel;
import org.keyway.notification.MessageSender;
import org.keyway.notification.SenderFailure;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands mail over to the SMTP server; our message id travels as a header, since SMTP itself cannot tell repeats. */
class MailMessageSender implements MessageSender {

    private final JavaMailSender smtp;
    private final MailSettings settings;

    MailMessageSender(JavaMailSender smtp, MailSettings settings) {
        this.smtp = smtp;
        this.settings = settings;
    }

    @Override
    public boolean carries(Channel channel) {
        return channel == Channel.MAIL;
    }

    @Override
    public void send(Outgoing message) {
        try {
            MimeMessage mail = smtp.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from());
            helper.setTo(message.to());
            helper.setSubject(message.subject());
            helper.setText(message.text());
            mail.setHeader("X-Keyway-Message", message.id());
            smtp.send(mail);
        } catch (MailException | MessagingException e) {
            throw new SenderFailure("mail", "send", e);
        }
    }
}
