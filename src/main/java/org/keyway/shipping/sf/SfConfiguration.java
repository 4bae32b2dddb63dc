package org.keyway.shipping.sf;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Switches SF Express on by {@code keyway.shipping.sf.enabled}, never in the demo. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("keyway.shipping.sf.enabled")
@ConditionalOnBooleanProperty(name = "keyway.demo", havingValue = false, matchIfMissing = true)
class SfConfiguration {

    @Bean
    SfCarrier sfCarrier(SfSettings settings, Clock clock) {
        return new SfCarrier(settings, clock);
    }
}
