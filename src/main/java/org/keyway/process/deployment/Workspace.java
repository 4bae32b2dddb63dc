package org.keyway.process.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keyway.order.form.FormParts;
import org.keyway.shared.KeywayProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The analysts' folders {@code processes/} and {@code forms/}: from the workspace when it has them, else from the jar.
 * Names are relative to the repository and the same everywhere.
 */
@Component
public class Workspace {

    private static final String DEPLOYED = ".*\\.(bpmn|dmn|form|html)";

    private final Path root;

    Workspace(KeywayProperties properties) {
        root = properties.workspace();
    }

    /** Content of every diagram, table and form by name, sorted; forms have their shared parts in place. */
    public SortedMap<String, byte[]> read() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String folder : new String[] {"processes", "forms"}) {
            files.putAll(Files.isDirectory(root.resolve(folder)) ? fromFolder(folder) : fromJar(folder));
        }
        return FormParts.joined(files);
    }

    /** Changes whenever a file of the workspace does; 0 when everything comes from the jar. */
    public long fingerprint() {
        long print = 0;
        for (String folder : new String[] {"processes", "forms"}) {
            if (Files.isDirectory(root.resolve(folder))) {
                print = 31 * print + fingerprint(root.resolve(folder));
            }
        }
        return print;
    }

    private Map<String, byte[]> fromFolder(String folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(root.resolve(folder))) {
            for (Path path : paths.filter(file -> isDeployed(file.getFileName().toString()))
                    .toList()) {
                files.put(folder + "/" + path.getFileName(), Files.readAllBytes(path));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> fromJar(String folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:/" + folder + "/*")) {
                if (isDeployed(String.valueOf(resource.getFilename()))) {
                    files.put(folder + "/" + resource.getFilename(), resource.getContentAsByteArray());
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long fingerprint(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(file -> isDeployed(file.getFileName().toString()))
                    .sorted()
                    .mapToLong(file -> file.hashCode() * 31L
                            + file.toFile().lastModified() * 17
                            + file.toFile().length())
                    .reduce(7, (left, right) -> 31 * left + right);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDeployed(String name) {
        return !name.startsWith(".") && name.matches(DEPLOYED);
    }
}
