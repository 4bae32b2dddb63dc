package org.keyway.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keyway.shared.KeywayProperties;
import org.keyway.shared.Problem;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Serves the scripts, styles and lists of {@code forms/} to Tasklist, and scripts and styles under the open
 * folders of the portal to its pages; the workspace wins over the jar.
 */
@Controller
class FormAssets {

    private final Path workspace;

    FormAssets(KeywayProperties properties) {
        workspace = properties.workspace();
    }

    @GetMapping({"/forms/{name:[a-z-]{1,60}}.js", "/js/forms/{name:[a-z-]{1,60}}.js"})
    ResponseEntity<byte[]> script(@PathVariable String name) throws IOException {
        return asset(name + ".js", "text/javascript;charset=UTF-8");
    }

    @GetMapping({"/forms/{name:[a-z-]{1,60}}.css", "/css/forms/{name:[a-z-]{1,60}}.css"})
    ResponseEntity<byte[]> style(@PathVariable String name) throws IOException {
        return asset(name + ".css", "text/css;charset=UTF-8");
    }

    @GetMapping("/forms/{name:[a-z-]{1,60}}.json")
    ResponseEntity<byte[]> list(@PathVariable String name) throws IOException {
        return asset(name + ".json", "application/json;charset=UTF-8");
    }

    private ResponseEntity<byte[]> asset(String file, String mediaType) throws IOException {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .body(read(file));
    }

    private byte[] read(String file) throws IOException {
        Path own = workspace.resolve("forms").resolve(file);
        if (Files.isRegularFile(own)) {
            return Files.readAllBytes(own);
        }
        ClassPathResource inside = new ClassPathResource("forms/" + file);
        if (!inside.exists()) {
            throw Problem.notFound("portal.problem.not-found");
        }
        return inside.getContentAsByteArray();
    }
}
