package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The application on PostgreSQL, started as an operator starts it: a process of its own, the profile {@code postgres}
 * and three environment variables.
 */
class EnginePostgresIT {

    private static EmbeddedPostgres postgres;
    private static OwnProcess application;
    private static Keyway keyway;

    @BeforeAll
    static void starts() throws Exception {
        postgres = EmbeddedPostgres.start();
        application = OwnProcess.start(
                RunningKeyway.dataFolder(), OwnProcess.on(postgres), "--spring.profiles.active=demo,postgres");
        keyway = application.keyway();
    }

    @AfterAll
    static void stops() throws Exception {
        if (application != null) {
            application.close();
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
}
