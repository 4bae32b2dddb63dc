package org.keyway.document;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of generated documents.
 *
 * @param regularFont TrueType file used instead of the bundled Chinese font; null for the bundled one
 * @param boldFont TrueType file for headings; null for the bundled one
 */
@ConfigurationProperties("keyway.document")
public record DocumentProperties(Path regularFont, Path boldFont) {}
