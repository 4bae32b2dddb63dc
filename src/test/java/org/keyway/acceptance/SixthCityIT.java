package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An analyst opens a sixth city while the product runs: by a row of {@code region-policy}, and nothing else. */
class SixthCityIT {

    private static final Path FOLDER = RunningKeyway.dataFolder();

    private static OwnProcess application;
    private static Keyway keyway;

    @BeforeAll
    static void starts() throws Exception {
        Path workspace = FOLDER.resolve("workspace");
        SixthCity.workspace(workspace);
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
    void aRowOpensTheCityAndItsFirstOrderIsCompleted() {
        keyway.anonymous()
                .get("/api/lines/new-issuance/requirements?region=" + SixthCity.REGION)
                .expect(404);
        SixthCity.opens(FOLDER.resolve("workspace"));
        Keyway.eventually(
                () -> keyway.anonymous()
                                .get("/api/lines/new-issuance/regions")
                                .text()
                                .contains(SixthCity.NAME)
                        ? true
                        : null,
                () -> "the sixth city does not open");
        Map<String, Object> fields = new LinkedHashMap<>(Applicant.organization());
        Case order = Case.drafted(keyway, "new-issuance", "zhang", SixthCity.REGION, fields)
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
}
