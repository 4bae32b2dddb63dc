package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keyway.KeywayApplication;

/**
 * The application on PostgreSQL, started as an operator starts it: a process of its own, the profile {@code postgres}
 * and three environment variables.
 */
class EnginePostgresIT {

    private static EmbeddedPostgres postgres;
    private static Process application;
    private static Path log;
    private static Keyway keyway;

    @BeforeAll
    static void starts() throws Exception {
        postgres = EmbeddedPostgres.start();
        int port = RunningKeyway.freePort();
        Path data = RunningKeyway.dataFolder();
        log = data.resolve("application.log");
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder start = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                classes,
                KeywayApplication.class.getName(),
                "--spring.profiles.active=demo,postgres",
                "--server.port=" + port,
                "--keyway.public-url=http://localhost:" + port,
                "--keyway.data-dir=" + data));
        start.environment()
                .putAll(Map.of(
                        "KEYWAY_DB_URL",
                        postgres.getJdbcUrl("postgres", "postgres"),
                        "KEYWAY_DB_USER",
                        "postgres",
                        "KEYWAY_DB_PASSWORD",
                        "postgres"));
        application =
                start.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        keyway = new Keyway("http://localhost:" + port);
        isUp();
    }

    @AfterAll
    static void stops() throws Exception {
        if (application != null) {
            application.destroy();
            if (!application.waitFor(20, TimeUnit.SECONDS)) {
                application.destroyForcibly();
            }
        }
        postgres.close();
    }

    @Test
    void walksOnPostgres() {
        Case order = Case.submitted(keyway, "zhang", "330683", Map.of()).becomes("PENDING_REVIEW");
        order.isReviewed(
                        "li",
                        "RETURN",
                        "请修改",
                        "[{\"item\":\"business-licence\",\"code\":\"UNREADABLE\",\"note\":\"\"}]")
                .becomes("RETURNED");
        order.attach("business-licence", Paper.png()).expect(201);
        order.isSubmitted()
                .becomes("PENDING_REVIEW")
                .isApproved()
                .becomes("AWAITING_PAYMENT")
                .isPaid()
                .becomes("TO_PROCESS");
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial))
                .isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial));
        order.becomes("SHIPPED")
                .courierSays("PICKED_UP", "DELIVERED")
                .does("Task_ConfirmReceipt", Map.of())
                .does("Task_BindKey", Map.of());
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
        assertThat(keyway.as("zhang")
                        .get("/api/orders?q=" + order.orderNo())
                        .expect(200)
                        .text())
                .contains(order.orderNo());
        assertThat(keyway.as("li")
                        .send("GET", "/api/orders", null, Map.of("Accept", "text/csv"))
                        .expect(200)
                        .text())
                .contains(order.orderNo());
    }

    private static void isUp() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(150);
        while (!answersUp()) {
            assertThat(application.isAlive() && System.nanoTime() < end)
                    .as(() -> "does not come up: " + tail())
                    .isTrue();
            Thread.sleep(500);
        }
    }

    private static boolean answersUp() {
        try {
            return keyway.anonymous().get("/actuator/health").text().contains("\"UP\"");
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
