package org.keyway.ukey.soft;

import org.keyway.shared.KeywayProperties;
import org.keyway.ukey.TokenProperties;
import org.keyway.ukey.Tokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The server's own soft tokens in {@code data-dir/tokens}. */
@Configuration
class SoftTokenConfiguration {

    @Bean
    Tokens softTokens(KeywayProperties properties, TokenProperties settings) {
        return new SoftTokens(properties.dataDir().resolve("tokens"), settings.iterations());
    }
}
