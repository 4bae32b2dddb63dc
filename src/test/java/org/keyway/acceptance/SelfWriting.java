package org.keyway.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** An order whose blank keys have arrived at the applicant's, who writes them at home. */
public record SelfWriting(Case order, List<String> serials) {

    private static final Pattern EIGHT = Pattern.compile("(?<!\\d)\\d{8}(?!\\d)");

    /** {@code plugged} says which key really goes into the parcel when the stock has set one aside. */
    public static SelfWriting arrived(Keyway keyway, int quantity, UnaryOperator<String> plugged) {
        for (int i = 1; i < quantity; i++) {
            keyway.as("feng")
                    .post("/sandbox/keys", Map.of("model", "KW-2048", "quantity", 1, "state", "BLANK"))
                    .expect(200, 201);
        }
        Case order = Case.submitted(keyway, "zhao", "330781", company(quantity)).becomes("PENDING_REVIEW");
        order.isApproved();
        if (quantity > 1) {
            order.isDoneBy("zheng", "Task_SecondReview", Map.of("decision", "APPROVE"));
        }
        order.becomes("AWAITING_PAYMENT").isPaid();
        order.staffTask("feng", "Task_PackParcel");
        List<String> serials = keys(order).stream()
                .map(key -> plugged.apply(key.get("serial").asText()))
                .toList();
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", String.join(" ", serials)))
                .becomes("SHIPPED");
        order.courierSays("PICKED_UP", "DELIVERED")
                .does("Task_ConfirmReceipt", Map.of())
                .becomes("AWAITING_SELF_WRITE");
        return new SelfWriting(order, serials);
    }

    private static Map<String, Object> company(int quantity) {
        String name = "\u6837\u4f8b\u5de5\u7a0b\u54a8\u8be2\u6709\u9650\u516c\u53f8";
        Map<String, Object> changes = new HashMap<>(Map.of("quantity", quantity));
        changes.putAll(Map.of(
                "organizationName",
                name,
                "organizationNameConfirm",
                name,
                "uscc",
                "91330781MA0TE5T16G",
                "usccConfirm",
                "91330781MA0TE5T16G"));
        return changes;
    }

    static List<JsonNode> keys(Case order) {
        return StreamSupport.stream(order.read().get("keys").spliterator(), false)
                .toList();
    }

    /** The authorization codes that were sent, by serial number. */
    public Map<String, String> codes() {
        return secrets("auth_code");
    }

    /** The initial PIN of the only key. */
    public String pin() {
        return secrets("initial_pin").get(serials.get(0));
    }

    /** The eight digits of each message from this template, by the serial number or the place in the order that it names. */
    private Map<String, String> secrets(String template) {
        return Keyway.eventually(
                () -> {
                    Map<String, String> found = new HashMap<>();
                    for (JsonNode message : order.messages()) {
                        if (message.get("template").asText().equals(template)) {
                            read(message.get("text").asText(), found);
                        }
                    }
                    return found.size() == serials.size() ? found : null;
                },
                () -> "not " + serials.size() + " messages " + template + ": " + order.messages());
    }

    private void read(String text, Map<String, String> found) {
        serials.stream()
                .filter(serial -> text.contains(serial) || serials.size() == 1)
                .forEach(serial -> {
                    Matcher digits = EIGHT.matcher(text.replace(serial, "").replace(order.orderNo(), ""));
                    if (digits.find()) {
                        found.put(serial, digits.group());
                    }
                });
    }
}
