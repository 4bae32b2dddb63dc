package org.keyway.notification.sms;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Switches the SMS cloud on by {@code keyway.notification.sms.enabled}, never in the demo. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("keyway.notification.sms.enabled")
@ConditionalOnBooleanProperty(name = "keyway.demo", havingValue = false, matchIfMissing = true)
class SmsConfiguration {

    @Bean
    SmsSender smsSender(SmsSettings settings, Clock clock) {
        return new SmsSender(settings, clock);
    }
}
