package org.keyway.payment.alipay;

import org.keyway.shared.KeywayProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Switches Alipay on by {@code keyway.payment.alipay.enabled}, never in the demo. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("keyway.payment.alipay.enabled")
@ConditionalOnBooleanProperty(name = "keyway.demo", havingValue = false, matchIfMissing = true)
class AlipayConfiguration {

    @Bean
    AlipayGateway alipayGateway(AlipaySettings settings, KeywayProperties properties) {
        return new AlipayGateway(settings, properties.publicUrl());
    }
}
