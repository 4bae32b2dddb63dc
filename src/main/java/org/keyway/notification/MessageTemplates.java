package org.keyway.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keyway.shared.KeywayProperties;
import org.springframework.stereotype.Component;

/** The wording on disk: {@code templates/message/<name>.txt} of the workspace, otherwise of the class path. */
@Component
class MessageTemplates {

    private static final String FOLDER = "templates/message/";

    private final Path workspace;

    MessageTemplates(KeywayProperties properties) {
        this.workspace = properties.workspace();
    }

    MessageTemplate find(String name) {
        if (!name.matches("[a-z][a-z_]{0,39}")) {
            throw new IllegalArgumentException("No message template can have this name");
        }
        return MessageTemplate.parse(name, text(name));
    }

    private String text(String name) {
        Path file = workspace.resolve(FOLDER + name + ".txt");
        try (InputStream inside = getClass().getResourceAsStream("/" + FOLDER + name + ".txt")) {
            if (Files.isRegularFile(file)) {
                return Files.readString(file);
            }
            if (inside == null) {
                throw new IllegalArgumentException(FOLDER + name + ".txt is missing");
            }
            return new String(inside.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
