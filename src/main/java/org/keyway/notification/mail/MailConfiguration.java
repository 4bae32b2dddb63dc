package org.keyway.notification.mail;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Switches SMTP on by {@code keyway.notification.mail.enabled}, never in the demo. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("keyway.notification.mail.enabled")
@ConditionalOnBooleanProperty(name = "keyway.demo", havingValue = false, matchIfMissing = true)
class MailConfiguration {

    @Bean
    MailMessageSender mailMessageSender(JavaMailSender smtp, MailSettings settings) {
        return new MailMessageSender(smtp, settings);
    }
}
