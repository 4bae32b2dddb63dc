package org.keyway.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.keyway.acceptance.Keyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One installation that dies and is started again, each time on the same database and data folder. */
final class House {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(900);

    private final Path folder;
    private final String postgresUrl;
    private final int port = freePort();
    private final int window = freePort();
    private final Keyway keyway = new Keyway("http://localhost:" + port);
    private volatile Process process;
    private int lives;
    private long moved;

    House(Path folder, String postgresUrl) {
        this.folder = folder;
        this.postgresUrl = postgresUrl;
    }

    Keyway keyway() {
        return keyway;
    }

    Path points() {
        return folder.resolve("points.txt");
    }

    int lives() {
        return lives;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The engine's and the application's tables as they are now. */
    JdbcClient database() {
        return JdbcClient.create(
                postgresUrl != null
                        ? new DriverManagerDataSource(postgresUrl, "postgres", "postgres")
                        : new DriverManagerDataSource(
                                "jdbc:h2:tcp://localhost:" + window + "/" + folder.resolve("data/keyway"), "sa", ""));
    }

    void start(boolean armed) throws Exception {
        lives++;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx800m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dcrash.points=" + points(),
                "-Dcrash.armed=" + armed,
                "-Dcrash.units=" + System.getProperty("crash.units", ".*"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                MortalKeyway.class.getName(),
                "--spring.profiles.active=" + (postgresUrl == null ? "demo" : "demo,postgres"),
                "--server.port=" + port,
                "--keyway.public-url=http://localhost:" + port,
                "--keyway.data-dir=" + folder.resolve("data")));
        if (postgresUrl == null) {
            command.add("--crash.h2-port=" + window);
        }
        ProcessBuilder start = new ProcessBuilder(command);
        Map<String, String> settings = new HashMap<>();
        if (postgresUrl != null) {
            settings = Map.of(
                    "KEYWAY_DB_URL", postgresUrl, "KEYWAY_DB_USER", "postgres", "KEYWAY_DB_PASSWORD", "postgres");
        }
        start.environment().putAll(settings);
        Path log = folder.resolve("application.log");
        process = start.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        isUp();
    }

    /** Locks of jobs and claims of messages that the dead one held run out: the clock goes on beyond its last. */
    void timePasses(int seconds) {
        moved += seconds;
        keyway.as("admin")
                .post("/sandbox/clock", "{\"advance\":\"PT" + seconds + "S\"}")
                .expect(200);
    }

    /** The clock of a new life begins at the time of day again; brings it beyond that of the last life. */
    void catchesUp() {
        long behind = moved + 50;
        moved = 0;
        timePasses((int) behind);
    }

    void buried() throws InterruptedException {
        process.waitFor();
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private void isUp() throws Exception {
        long end = System.nanoTime() + PATIENCE;
        while (!answersUp()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the application does not come up; see " + folder);
            }
            Thread.sleep(200);
        }
    }

    private boolean answersUp() {
        try {
            return keyway.anonymous().get("/actuator/health").text().contains("\"UP\"");
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> deaths() throws IOException {
        return Files.exists(points()) ? Files.readAllLines(points()) : List.of();
    }
}
