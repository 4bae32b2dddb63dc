package org.keyway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What pdfsig of poppler says about a file; skips the test, visibly, where it is not installed. */
public final class Pdfsig {

    private static final Path TOOL = Path.of("/usr/bin/pdfsig");

    private Pdfsig() {}

    public static String says(Path folder, byte[] pdf) throws IOException, InterruptedException {
        if (Boolean.getBoolean("keyway.ci")) {
            assertThat(TOOL).as("pdfsig of poppler-utils").isExecutable();
        }
        assumeTrue(Files.isExecutable(TOOL), "skipped: no pdfsig in /usr/bin");
        Path file = Files.write(folder.resolve("signed.pdf"), pdf);
        Process process = new ProcessBuilder(TOOL.toString(), "-nocert", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
