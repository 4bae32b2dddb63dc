package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of others that works in a folder; skips the test, visibly, where it is not installed. */
public record Tool(String name, Path folder) {

    public static Tool of(String name, Path folder) {
        boolean found = List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(path -> Files.isExecutable(Path.of(path, name)));
        if (!found && Boolean.getBoolean("keyway.ci")) {
            fail(name + " is missing, and -Dkeyway.ci=true forbids skipping");
        } else if (!found) {
            abort(name + " is not installed");
        }
        return new Tool(name, folder);
    }

    /** What it prints, errors included. */
    public String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
