package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The batch of the next working day, and the window where the lock is handed over. */
class BatchWalkIT extends IssuanceWalk {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    @Test
    void batchWaitsForTheNextWorkingDay() {
        OffsetDateTime friday = nextFriday();
        clockIs(friday);
        Case order = Case.submitted(keyway, "zhang", "330800", Map.of("deliveryMode", "PICKUP"))
                .becomes("PENDING_REVIEW");
        order.isApproved().becomes("AWAITING_PAYMENT").isPaid().becomes("TO_PROCESS");
        for (int day = 1; day <= 2; day++) {
            clockIs(friday.plusDays(day).with(LocalTime.of(10, 0)));
            assertThat(openTasks(order)).as("weekend").isEmpty();
        }
        clockIs(friday.plusDays(3).with(LocalTime.of(8, 0)));
        assertThat(openTasks(order)).as("Monday at eight").isEmpty();
        clockIs(friday.plusDays(3).with(LocalTime.of(9, 30)));
        String serial = isWritten(order);
        order.becomes("TO_COLLECT");
        assertThat(order.message("pickup_ready").get("text").asText()).contains("领取地点");
        order.isDoneBy("feng", "Task_HandOver", Map.of("reason", "本人持身份证领取"));
        isBound(order, serial);
        Told.exactly(
                order,
                "order_received",
                "review_passed_pay",
                "paid",
                "pickup_ready",
                "initial_pin",
                "bind_ready",
                "bound",
                "invoice_ready",
                "completed");
    }

    @Test
    void collectsAtTheWindow() {
        Case order = paid("371325", Map.of("deliveryMode", "PICKUP"));
        String serial = isWritten(order);
        order.becomes("TO_COLLECT").isDoneBy("feng", "Task_HandOver", Map.of("reason", "经办人持授权书领取"));
        isBound(order, serial);
        assertThat(order.read().at("/parcel/waybillNo").isTextual()).isFalse();
        isWhole(order, 1, 30000, 0);
    }

    private JsonNode openTasks(Case order) {
        return keyway.as("admin")
                .get("/engine-rest/task?processInstanceBusinessKey=" + order.orderNo())
                .expect(200)
                .json();
    }

    /** Ten o'clock of a Friday whose week and weekend are far from any public holiday. */
    private OffsetDateTime nextFriday() {
        OffsetDateTime day = now().plusDays(1).with(LocalTime.of(10, 0));
        while (day.getDayOfWeek() != DayOfWeek.FRIDAY
                || !List.of(3, 7, 8, 11, 12).contains(day.getMonthValue())
                || day.getDayOfMonth() > 27) {
            day = day.plusDays(1);
        }
        return day;
    }

    private void clockIs(OffsetDateTime time) {
        keyway.clockAdvances(Duration.between(now(), time).toString());
    }

    private OffsetDateTime now() {
        JsonNode clock = keyway.as("admin")
                .post("/sandbox/clock", Map.of("advance", "PT0S"))
                .expect(200)
                .json();
        return OffsetDateTime.parse(clock.get("now").asText()).withOffsetSameInstant(CHINA);
    }
}
