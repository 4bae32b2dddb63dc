package org.keyway.order.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The HTML forms of the house as they are deployed: with their parts in place. */
public final class HouseForm {

    private HouseForm() {}

    /** The form {@code forms/<file>}. */
    public static String html(String file) {
        return new String(FormParts.joined(files()).get("forms/" + file), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(Path.of("forms"))) {
            for (Path path :
                    paths.filter(file -> file.toString().endsWith(".html")).toList()) {
                files.put("forms/" + path.getFileName(), Files.readAllBytes(path));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
