package org.keyway.shared;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings that more than one capability reads.
 *
 * @param workspace folder that holds processes/, forms/ and templates/ and overrides what is inside the jar
 * @param dataDir folder for files, soft keys and secrets
 * @param demo whether demo accounts and sandbox partners are on
 * @param publicUrl address under which people and partners reach this server
 * @param secret deployment secret; made at first start under {@code dataDir} when empty
 */
@ConfigurationProperties("keyway")
public record KeywayProperties(
        @DefaultValue(".") Path workspace,
        @DefaultValue("./data") Path dataDir,
        @DefaultValue("false") boolean demo,
        @DefaultValue("http://localhost:8080") String publicUrl,
        @DefaultValue("") String secret) {}
