package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.keyway.KeywayApplication;

/** The application as an operator starts it: in a process of its own, so that nothing of the engine is shared. */
final class OwnProcess implements AutoCloseable {

    private final Process application;
    private final Path log;
    private final Keyway keyway;

    private OwnProcess(Process application, Path log, Keyway keyway) {
        this.application = application;
        this.log = log;
        this.keyway = keyway;
    }

    /** Starts on a free port with a data folder of its own and returns when it answers UP. */
    static OwnProcess start(Path data, Map<String, String> environment, String... settings) throws Exception {
        int port = RunningKeyway.freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KeywayApplication.class.getName(),
                "--server.port=" + port,
                "--keyway.data-dir=" + data));
        command.addAll(List.of(settings));
        if (Arrays.stream(settings).noneMatch(setting -> setting.startsWith("--keyway.public-url="))) {
            command.add("--keyway.public-url=http://localhost:" + port);
        }
        ProcessBuilder start = new ProcessBuilder(command);
        start.environment().putAll(environment);
        Path log = data.resolve("application.log");
        Process application =
                start.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        OwnProcess own = new OwnProcess(application, log, new Keyway("http://localhost:" + port));
        own.isUp();
        return own;
    }

    /** The environment that puts the application on this database. */
    static Map<String, String> on(EmbeddedPostgres postgres) {
        return Map.of(
                "KEYWAY_DB_URL", postgres.getJdbcUrl("postgres", "postgres"),
                "KEYWAY_DB_USER", "postgres",
                "KEYWAY_DB_PASSWORD", "postgres");
    }

    Keyway keyway() {
        return keyway;
    }

    @Override
    public void close() throws InterruptedException {
        application.destroy();
        if (!application.waitFor(20, TimeUnit.SECONDS)) {
            application.destroyForcibly();
        }
    }

    private void isUp() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(150);
        while (!answersUp()) {
            assertThat(application.isAlive() && System.nanoTime() < end)
                    .as(() -> "does not come up: " + tail())
                    .isTrue();
            Thread.sleep(500);
        }
    }

    private boolean answersUp() {
        try {
            return keyway.anonymous().get("/actuator/health").status() == 200;
        } catch (RuntimeException | AssertionError notYet) {
            return false;
        }
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
