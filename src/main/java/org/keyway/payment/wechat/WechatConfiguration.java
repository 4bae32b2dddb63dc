package org.keyway.payment.wechat;

import java.time.Clock;
import org.keyway.shared.KeywayProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Switches WeChat Pay on by {@code keyway.payment.wechat.enabled}, never in the demo. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("keyway.payment.wechat.enabled")
@ConditionalOnBooleanProperty(name = "keyway.demo", havingValue = false, matchIfMissing = true)
class WechatConfiguration {

    @Bean
    WechatGateway wechatGateway(WechatSettings settings, KeywayProperties properties, Clock clock) {
        return new WechatGateway(settings, properties.publicUrl(), clock);
    }
}
