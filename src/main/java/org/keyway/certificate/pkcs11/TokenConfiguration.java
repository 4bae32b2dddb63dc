package org.keyway.certificate.pkcs11;

import org.keyway.certificate.KeyToken;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the token to the built-in CA, when it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("keyway.certificate.token.enabled")
@EnableConfigurationProperties(TokenSettings.class)
class TokenConfiguration {

    @Bean
    KeyToken pkcs11KeyToken(TokenSettings settings) {
        return new Pkcs11KeyToken(settings);
    }
}
