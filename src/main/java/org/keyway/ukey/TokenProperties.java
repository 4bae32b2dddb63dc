package org.keyway.ukey;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of tokens and codes.
 *
 * @param iterations PBKDF2-HMAC-SHA-256 rounds for PINs and codes
 * @param codeValidity how long an authorization code is good when nobody says otherwise
 */
@ConfigurationProperties("keyway.token")
public record TokenProperties(
        @DefaultValue("100000") int iterations,
        @DefaultValue("30d") Duration codeValidity) {}
