package org.keyway.order;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.keyway.shared.KeywayProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The texts that applicants agree to, {@code templates/consent/<id>.html}; their {@code <title>} and
 * {@code <meta name="version">} are recorded with the agreement.
 */
@Component
public class ConsentTexts {

    private final Path workspace;

    ConsentTexts(KeywayProperties properties) {
        workspace = properties.workspace();
    }

    /** Id, version, title and address of a text; empty when there is none of that id. */
    public Optional<Consent> find(String id) {
        return read(id).map(page ->
                new Consent(id, page.select("meta[name=version]").attr("content"), page.title(), "/consents/" + id));
    }

    /** What people read: the inner HTML of the body. */
    public Optional<String> body(String id) {
        return read(id).map(page -> page.body().html());
    }

    private Optional<Document> read(String id) {
        if (!id.matches("[a-z0-9-]{1,60}")) {
            return Optional.empty();
        }
        String name = "templates/consent/" + id + ".html";
        try (InputStream content = open(name)) {
            return content == null
                    ? Optional.empty()
                    : Optional.of(Jsoup.parse(content, StandardCharsets.UTF_8.name(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(String name) throws IOException {
        Path file = workspace.resolve(name);
        if (Files.isRegularFile(file)) {
            return Files.newInputStream(file);
        }
        ClassPathResource resource = new ClassPathResource(name);
        return resource.exists() ? resource.getInputStream() : null;
    }
}
