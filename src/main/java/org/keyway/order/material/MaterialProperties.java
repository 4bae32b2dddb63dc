package org.keyway.order.material;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of uploads.
 *
 * @param maxBytes largest file, in bytes
 * @param maxPerOrder most papers that one order may have at a time
 */
@ConfigurationProperties("keyway.material")
public record MaterialProperties(
        @DefaultValue("10485760") long maxBytes,
        @DefaultValue("60") int maxPerOrder) {}
