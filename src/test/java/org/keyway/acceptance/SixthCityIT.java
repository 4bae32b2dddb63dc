package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An analyst opens a sixth city while the product runs: by a row of {@code region-policy}, and nothing else. */
class SixthCityIT {

    private static final String REGION = "330604";
    private static final Path FOLDER = RunningKeyway.dataFolder();

    private static OwnProcess application;
    private static Keyway keyway;

    @BeforeAll
    static void starts() throws Exception {
        Path workspace = FOLDER.resolve("workspace");
        Stream.of("processes", "forms", "templates").forEach(name -> copy(Path.of(name), workspace.resolve(name)));
        application = OwnProcess.start(FOLDER, Map.of(), "--keyway.workspace=" + workspace);
        keyway = application.keyway();
    }

    @AfterAll
    static void stops() throws Exception {
        if (application != null) {
            application.close();
        }
    }

    @Test
    void aRowOpensTheCityAndItsFirstOrderIsCompleted() throws IOException {
        keyway.anonymous()
                .get("/api/lines/new-issuance/requirements?region=" + REGION)
                .expect(404);
        Path table = FOLDER.resolve("workspace/processes/region-policy.dmn");
        Files.writeString(table, withRowLike("330683", "上虞", Files.readString(table)));
        Keyway.eventually(
                () -> keyway.anonymous()
                                .get("/api/lines/new-issuance/regions")
                                .text()
                                .contains("上虞")
                        ? true
                        : null,
                () -> "the sixth city does not open");
        Map<String, Object> fields = new LinkedHashMap<>(Applicant.organization());
        Case order = Case.drafted(keyway, "new-issuance", "zhang", REGION, fields)
                .isSubmitted()
                .isApproved();
        assertThat(order.requirements().get("feeCents").asLong()).isEqualTo(30000);
        assertThat(order.requirements().get("documents")).hasSize(3);
        order.isPaid().becomes("TO_PROCESS");
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial))
                .isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial))
                .courierSays("PICKED_UP", "DELIVERED")
                .does("Task_ConfirmReceipt", Map.of())
                .does("Task_BindKey", Map.of())
                .isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
    }

    /** The table with one more row: a copy of the first one of a city, under another code and name. */
    private static String withRowLike(String city, String name, String table) {
        int from = table.indexOf("<rule ");
        int to = table.indexOf("</rule>", from) + "</rule>".length();
        String row = table.substring(from, to);
        assertThat(row).contains('"' + city + '"');
        String added = row.replace('"' + city + '"', '"' + REGION + '"')
                .replace("嵊州", name)
                .replaceAll("id=\"([^\"]+)\"", "id=\"$1_sixth\"");
        return table.substring(0, to) + "\n      " + added + table.substring(to);
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
