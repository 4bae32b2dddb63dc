package org.keyway.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A workspace of an analyst, and the row of {@code region-policy} that opens one more city for new issuance. */
public final class SixthCity {

    public static final String REGION = "330604";
    public static final String NAME = "上虞";

    private static final String LIKE = "330683";
    private static final String LIKE_NAME = "嵊州";

    private SixthCity() {}

    /** Copies what analysts edit into the folder. */
    public static void workspace(Path folder) {
        Stream.of("processes", "forms", "templates").forEach(name -> copy(Path.of(name), folder.resolve(name)));
    }

    /** Opens the city: its row is that of the first one. */
    static void opens(Path workspace) {
        opens(workspace, LIKE, LIKE);
    }

    /** The same, with one cell changed. */
    public static void opens(Path workspace, String cell, String changed) {
        Path file = workspace.resolve("processes/region-policy.dmn");
        try {
            String table = Files.readString(file);
            int from = table.indexOf("<rule ");
            int to = table.indexOf("</rule>", from) + "</rule>".length();
            String row = table.substring(from, to);
            if (!row.contains(LIKE) || !row.contains(cell)) {
                throw new IllegalStateException("the first row is not the one of " + LIKE_NAME + " with " + cell);
            }
            String added = row.replace(cell, changed)
                    .replace(LIKE, REGION)
                    .replace(LIKE_NAME, NAME)
                    .replaceAll("id=\"([^\"]+)\"", "id=\"$1_sixth\"");
            Files.writeString(file, table.substring(0, to) + "\n      " + added + table.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
