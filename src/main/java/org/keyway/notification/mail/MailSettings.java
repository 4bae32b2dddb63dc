package org.keyway.notification.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings under {@code keyway.notification.mail}; the server itself is under {@code spring.mail}. */
@ConfigurationProperties("keyway.notification.mail")
record MailSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String from) {}
