package org.keyway.crash;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.keyway.acceptance.Keyway;
import org.keyway.acceptance.SixthCity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One installation that dies and is started again, each time on the same database and data folder. */
final class House implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(900);

    /** Those who wait to die keep their thread and their connection until all go together. */
    private static final List<String> ROOM = List.of(
            "--server.tomcat.threads.max=200",
            "--spring.datasource.hikari.maximum-pool-size=450",
            "--spring.datasource.hikari.minimum-idle=4",
            "--camunda.bpm.job-execution.core-pool-size=90",
            "--camunda.bpm.job-execution.max-pool-size=90",
            "--camunda.bpm.job-execution.max-wait=500",
            "--spring.main.banner-mode=off",
            "--springdoc.api-docs.enabled=false");

    private final Program program;
    private final Path folder;
    private final String postgresUrl;
    private final int copies;
    private final int port = freePort();
    private final int window = freePort();
    private final HikariDataSource pool;
    private volatile Process process;
    private final Ahead ahead;
    private int lives;

    House(Program program, Path folder, String postgresUrl, int copies) throws IOException {
        this.program = program;
        this.folder = Files.createDirectories(folder);
        this.postgresUrl = postgresUrl;
        this.copies = copies;
        this.ahead = new Ahead(folder);
        this.pool = new HikariDataSource(pool());
    }

    private HikariConfig pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(
                postgresUrl != null
                        ? postgresUrl
                        : "jdbc:h2:tcp://localhost:" + window + "/" + folder.resolve("data/keyway"));
        config.setUsername(postgresUrl != null ? "postgres" : "sa");
        config.setPassword(postgresUrl != null ? "postgres" : "");
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(3000);
        config.setInitializationFailTimeout(-1);
        return config;
    }

    /** The house as the people of one walk come to it. */
    Keyway keyway(String walk) {
        return new Keyway("http://localhost:" + port, Map.of(RequestNames.WALK, walk));
    }

    /** The house as nobody of them comes to it. */
    Keyway keyway() {
        return new Keyway("http://localhost:" + port);
    }

    /** The engine's and the application's tables as they are now. */
    JdbcClient database() {
        return JdbcClient.create(pool);
    }

    Path folder() {
        return folder;
    }

    int lives() {
        return lives;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** What time it is in the house, in milliseconds. */
    long now() {
        return System.currentTimeMillis() + ahead.millis();
    }

    void start(boolean armed) throws Exception {
        lives++;
        Path workspace = folder.resolve("workspace");
        if (Files.notExists(workspace)) {
            SixthCity.workspace(workspace);
            SixthCity.opens(workspace, "BEFORE_SUBMIT", "AFTER_SUBMIT");
        }
        List<String> command = new ArrayList<>(program.command());
        command.addAll(List.of(
                "-Xmx1200m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dcrash.points=" + folder.resolve("points.txt"),
                "-Dcrash.armed=" + armed,
                "-Dcrash.copies=" + copies,
                "-Dcrash.ahead-millis=" + ahead.millis(),
                "-Dcrash.quiet-millis=" + Long.getLong("crash.quiet-millis", 1500),
                "-Dcrash.units=" + System.getProperty("crash.units", ".*"),
                MortalKeyway.class.getName(),
                "--spring.profiles.active=" + (postgresUrl == null ? "demo" : "demo,postgres"),
                "--server.port=" + port,
                "--keyway.public-url=http://localhost:" + port,
                "--keyway.workspace=" + workspace,
                "--keyway.data-dir=" + folder.resolve("data")));
        command.addAll(ROOM);
        ProcessBuilder start = new ProcessBuilder(command);
        if (postgresUrl == null) {
            command.add("--crash.h2-port=" + window);
        } else {
            start.environment()
                    .putAll(Map.of(
                            "KEYWAY_DB_URL", postgresUrl,
                            "KEYWAY_DB_USER", "postgres",
                            "KEYWAY_DB_PASSWORD", "postgres"));
        }
        Path log = folder.resolve("application.log");
        process = start.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Process begun = process;
        Runtime.getRuntime().addShutdownHook(new Thread(begun::destroyForcibly));
        isUp();
    }

    /** Time goes on while nobody lives: locks of jobs and claims of messages that the dead one held run out. */
    void timePassed(int seconds) {
        ahead.goOn(seconds * 1000L);
    }

    /** Time goes on for the living. */
    void timePasses(long millis) {
        ahead.goOn(millis);
        keyway().as("admin")
                .post("/sandbox/clock", "{\"advance\":\"" + java.time.Duration.ofMillis(millis) + "\"}")
                .expect(200);
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        pool.close();
    }

    private void isUp() throws Exception {
        long end = System.nanoTime() + PATIENCE;
        while (process.isAlive() && !answersUp()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the application does not come up; see " + folder);
            }
            Thread.sleep(100);
        }
        if (!process.isAlive() && process.exitValue() != Death.KILLED) {
            throw new IllegalStateException("the application does not start; see " + folder);
        }
    }

    private boolean answersUp() {
        try {
            return keyway().anonymous().get("/actuator/health").text().contains("\"UP\"");
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

    /** Every point that somebody died at, in the order of the deaths. */
    List<String> deaths() throws IOException {
        Path points = folder.resolve("points.txt");
        return Files.exists(points) ? Files.readAllLines(points) : List.of();
    }
}
