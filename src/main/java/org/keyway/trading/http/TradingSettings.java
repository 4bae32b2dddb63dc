package org.keyway.trading.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings under {@code keyway.trading.http}; the shared secret comes from the environment. */
@ConfigurationProperties("keyway.trading.http")
record TradingSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String serverUrl,
        @DefaultValue("keyway") String clientId,
        @DefaultValue("") String secret) {

    @Override
    public String toString() {
        return "TradingSettings[serverUrl=" + serverUrl + "]";
    }
}
