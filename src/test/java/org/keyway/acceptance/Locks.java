package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Locks that are in use, and what the API says about them. */
public final class Locks {

    private final Keyway keyway;
    private final String account;

    public Locks(Keyway keyway, String account) {
        this.keyway = keyway;
        this.account = account;
    }

    /** A lock that was issued, delivered and bound in Shengzhou; its serial number. */
    public String inUse() {
        Case order = Case.submitted(keyway, account, "330683", Map.of())
                .becomes("PENDING_REVIEW")
                .isApproved()
                .becomes("AWAITING_PAYMENT")
                .isPaid();
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("TO_SHIP");
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        order.courierSays("DELIVERED").does("Task_ConfirmReceipt", Map.of()).does("Task_BindKey", Map.of());
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
        return serial;
    }

    public JsonNode read(String serial) {
        return keyway.as(account).get("/api/keys/" + serial).expect(200).json();
    }

    public String state(String serial) {
        return read(serial).get("state").asText();
    }

    /** Serial numbers of the certificates on the lock in a state. */
    List<String> certificates(String serial, String state) {
        return StreamSupport.stream(read(serial).get("certificates").spliterator(), false)
                .filter(each -> each.get("state").asText().equals(state))
                .map(each -> each.get("serial").asText())
                .sorted()
                .toList();
    }

    void faulty(String serial, String fault) {
        keyway.as("feng")
                .post("/sandbox/keys/" + serial, Map.of("fault", fault))
                .expect(200, 204);
    }

    /** What the newest message from the template calls by this word. */
    public static String secret(Case order, String template, String word) {
        Matcher found = Pattern.compile(word + "：\\s*([0-9A-Za-z]+)")
                .matcher(order.message(template).get("text").asText());
        assertThat(found.find()).as("%s names its secret", template).isTrue();
        return found.group(1);
    }

    static long count(Case order, String template) {
        return order.messages().findValuesAsText("template").stream()
                .filter(template::equals)
                .count();
    }
}
