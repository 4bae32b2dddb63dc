package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Who is reminded before the end of a certificate, and who does not write what was renewed. */
class RenewalReminderIT extends RenewalWalk {

    @Test
    void whoDoesNotWriteIsRemindedThenCalled() {
        String serial = lockInUse(SHENGZHOU);
        daysBeforeTheEnd(serial, 60);
        Case order = paid(renewal(serial, SHENGZHOU, Map.of()));
        order.becomes("AWAITING_SELF_WRITE");
        keyway.clockAdvances("P3D");
        order.message("self_write_reminder");
        keyway.clockAdvances("P13D");
        order.isDoneBy("wu", "Task_CallBack", Map.of("reason", "经办人出差，下周写锁"));
        assertThat(order.read().get("status").asText()).isEqualTo("AWAITING_SELF_WRITE");
        written(order, serial);
        neverSaysCollect(order);
    }

    @Test
    void remindsOnceAStageAndNotWhileARenewalIsOpen() {
        String serial = lockInUse(SHENGZHOU);
        String issuedBy = orderOf(serial);
        daysBeforeTheEnd(serial, 29);
        sweep();
        assertThat(reminders(issuedBy)).containsExactly("expiry_reminder");
        JsonNode first = messages(issuedBy, "expiry_reminder").get(0);
        assertThat(first.get("text").asText()).contains("/apply/renewal?key=" + serial);
        sweep();
        assertThat(reminders(issuedBy)).as("one message a stage").hasSize(1);
        Case order = renewal(serial, SHENGZHOU, Map.of()).isSubmitted().becomes("PENDING_REVIEW");
        daysBeforeTheEnd(serial, 14);
        sweep();
        assertThat(reminders(issuedBy)).as("a renewal is open").hasSize(1);
        cancelled(order);
        daysBeforeTheEnd(serial, 6);
        sweep();
        assertThat(reminders(issuedBy))
                .containsExactlyInAnyOrder("expiry_reminder", "expiry_reminder", "expiry_reminder_legal");
        daysBeforeTheEnd(serial, -2);
        sweep();
        assertThat(reminders(issuedBy)).contains("expiry_overdue");
        Answer calendar =
                keyway.as("zhang").get("/keys/" + serial + "/expiry.ics").expect(200);
        assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
        assertThat(calendar.text()).contains("BEGIN:VEVENT\r\n", "DTSTART;VALUE=DATE:", serial);
        keyway.as("zhao").get("/keys/" + serial + "/expiry.ics").expect(404);
    }

    /** Advances until the sweep of half past eight has run once more. */
    private void sweep() {
        keyway.clockAdvances("PT24H");
    }

    private String orderOf(String serial) {
        return jdbc.sql("select order_no from key_device where serial = ?")
                .param(serial)
                .query(String.class)
                .single();
    }

    private List<String> reminders(String orderNo) {
        return messages(orderNo, "expiry").stream()
                .map(message -> message.get("template").asText())
                .toList();
    }

    private List<JsonNode> messages(String orderNo, String prefix) {
        JsonNode all = keyway.as("admin")
                .get("/sandbox/messages?orderNo=" + orderNo)
                .expect(200)
                .json();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(message -> message.get("template").asText().startsWith(prefix))
                .toList();
    }
}
