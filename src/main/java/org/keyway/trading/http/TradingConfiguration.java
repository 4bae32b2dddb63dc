package org.keyway.trading.http;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Switches the trading system on by {@code keyway.trading.http.enabled}, never in the demo. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("keyway.trading.http.enabled")
@ConditionalOnBooleanProperty(name = "keyway.demo", havingValue = false, matchIfMissing = true)
class TradingConfiguration {

    @Bean
    HttpTradingSystem httpTradingSystem(TradingSettings settings, Clock clock) {
        return new HttpTradingSystem(settings, clock);
    }
}
