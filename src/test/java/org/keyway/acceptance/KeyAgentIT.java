package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real agent as a process on loopback with soft keys of its own: writes, is killed at every step, refuses. */
class KeyAgentIT extends RunningKeyway {

    private static final Pattern EIGHT = Pattern.compile("(?<!\\d)\\d{8}(?!\\d)");
    private static final int KEYS = 16;

    @TempDir
    Path home;

    @Test
    void survivesItsDeathAtEveryStep() throws Exception {
        Case order = awaiting(KEYS);
        Map<String, String> codes = codes(order);
        assertThat(codes).hasSize(KEYS);
        try (CutWire wire = new CutWire(ADDRESS);
                AgentProcess agent = agent(wire.address())) {
            bring(codes.keySet());
            agent.start().pair();
            List<String> serials = new ArrayList<>(codes.keySet());
            int request = 1;
            boolean after = false;
            int whole = 0;
            for (String serial : serials) {
                wire.cutAt(request, after, agent::kill);
                try {
                    write(agent, serial, codes.get(serial)).expect(200);
                } catch (UncheckedIOException killed) {
                    agent.start();
                }
                whole += wire.isWhole() ? 1 : 0;
                write(agent, serial, codes.get(serial)).expect(200, 409, 422);
                request += after ? 1 : 0;
                after = !after;
            }
            assertThat(whole).as("the last ones ran to their end").isPositive();
            order.becomes("AWAITING_SELF_WRITE");
            order.ownTask("Task_TestStamp");
            assertOnePairEach(order, serials);
            assertThat(agent.said()).doesNotContain("Exception");
        }
    }

    @Test
    void refusesClearlyAndChangesNothing() throws Exception {
        Case order = awaiting(1);
        String serial = codes(order).keySet().iterator().next();
        String code = codes(order).get(serial);
        try (AgentProcess agent = agent(ADDRESS)) {
            bring(List.of(serial));
            soft("KW00000099990");
            agent.start();
            Answer stranger = agent.ask("GET", "/locks", null, Map.of("Origin", "https://evil.example"));
            assertThat(stranger.expect(403).header("Access-Control-Allow-Origin"))
                    .isEmpty();
            agent.ask("GET", "/status", null, Map.of()).expect(403);
            agent.ask("GET", "/locks", null).expect(401);
            agent.ask("POST", "/pairing", Map.of("code", "x")).expect(422);
            agent.pair();
            Answer preflight = agent.ask(
                    "OPTIONS",
                    "/locks",
                    null,
                    Map.of("Origin", ADDRESS, "Access-Control-Request-Private-Network", "true"));
            assertThat(preflight.expect(204).header("Access-Control-Allow-Private-Network"))
                    .isEqualTo("true");
            assertThat(agent.ask("GET", "/environment?serial=" + serial, null)
                            .expect(200)
                            .json()
                            .get("checks"))
                    .allMatch(check -> check.get("ok").asBoolean());
            says(write(agent, serial, "x"), 422, "8 \u4f4d");
            says(write(agent, serial, code.equals("00000000") ? "00000001" : "00000000"), 422, "4 \u6b21");
            says(write(agent, "KW00000099990", code), 422, "\u4e0d\u662f\u672c\u8ba2\u5355");
            says(write(agent, "KW00000099999", code), 409, "\u6ca1\u6709\u627e\u5230\u8fd9\u628a\u9501");
            assertThat(keys(order).get(0).get("certificates")).isEmpty();
            write(agent, serial, code).expect(200);
            order.ownTask("Task_TestStamp");
            String pin = pins(order).get(serial);
            agent.ask("POST", "/locks/" + serial + "/stamp", Map.of("pin", pin)).expect(200);
            says(
                    agent.ask("POST", "/locks/" + serial + "/pin", Map.of("oldPin", "000000", "newPin", "135790")),
                    409,
                    "5 \u6b21");
            agent.ask("POST", "/locks/" + serial + "/pin", Map.of("oldPin", pin, "newPin", "1357908642"))
                    .expect(200);
            says(agent.ask("POST", "/locks/" + serial + "/stamp", Map.of("pin", pin)), 409, "5 \u6b21");
            stampsAtHome(order, agent, serial, "1357908642");
            order.ownTask("Task_BindKey");
            assertThat(agent.said()).doesNotContain(pin).doesNotContain(code).doesNotContain("1357908642");
        }
    }

    private void stampsAtHome(Case order, AgentProcess agent, String serial, String pin) {
        JsonNode content = agent.ask("GET", "/locks/" + serial + "/content", null)
                .expect(200)
                .json();
        Map<String, String> read = Map.of(
                "keySerial",
                serial,
                "certificate",
                content.get("certificate").asText(),
                "seal",
                content.get("seal").asText());
        JsonNode sheet = order.applicant()
                .post(order.path("/test-stamps"), read)
                .expect(200)
                .json();
        String broken = Base64.getEncoder().encodeToString(new byte[256]);
        order.tries("Task_TestStamp", Map.of("keySerial", serial, "signature", broken))
                .expect(409);
        String signature = agent.ask(
                        "POST",
                        "/locks/" + serial + "/signature",
                        Map.of("pin", pin, "content", sheet.get("content").asText()))
                .expect(200)
                .json()
                .get("signature")
                .asText();
        order.does("Task_TestStamp", Map.of("keySerial", serial, "signature", signature));
    }

    private Answer write(AgentProcess agent, String serial, String code) {
        return agent.ask("POST", "/locks/" + serial + "/job", Map.of("authorizationCode", code));
    }

    private static void says(Answer answer, int status, String words) {
        answer.expect(status);
        assertThat(answer.json().get("detail").asText()).as("%s", answer).contains(words);
    }

    private void assertOnePairEach(Case order, List<String> serials) {
        assertThat(keys(order)).hasSize(serials.size()).allSatisfy(key -> {
            assertThat(key.get("state").asText()).isEqualTo("WRITTEN");
            assertThat(key.get("certificates")).as("%s", key).hasSize(2).allMatch(each -> each.get("state")
                    .asText()
                    .equals("ACTIVE"));
            assertThat(key.at("/seal/state").asText()).isEqualTo("WRITTEN");
        });
    }

    private static List<JsonNode> keys(Case order) {
        return StreamSupport.stream(order.read().get("keys").spliterator(), false)
                .toList();
    }

    /** An order for so many blank keys that have arrived at the applicant's. */
    private Case awaiting(int quantity) {
        Map<String, Object> changes = new HashMap<>(Map.of("quantity", quantity));
        changes.putAll(Map.of(
                "organizationName",
                "\u6837\u4f8b\u5de5\u7a0b\u54a8\u8be2\u6709\u9650\u516c\u53f8",
                "organizationNameConfirm",
                "\u6837\u4f8b\u5de5\u7a0b\u54a8\u8be2\u6709\u9650\u516c\u53f8",
                "uscc",
                "91330781MA0TE5T16G",
                "usccConfirm",
                "91330781MA0TE5T16G"));
        for (int i = 1; i < quantity; i++) {
            keyway.as("feng")
                    .post("/sandbox/keys", Map.of("model", "KW-2048", "quantity", 1, "state", "BLANK"))
                    .expect(200, 201);
        }
        Case order = Case.submitted(keyway, "zhao", "330781", changes).becomes("PENDING_REVIEW");
        order.isApproved();
        if (quantity > 1) {
            order.isDoneBy("zheng", "Task_SecondReview", Map.of("decision", "APPROVE"));
        }
        order.becomes("AWAITING_PAYMENT").isPaid();
        order.staffTask("feng", "Task_PackParcel");
        List<String> serials =
                keys(order).stream().map(key -> key.get("serial").asText()).toList();
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", String.join(" ", serials)))
                .becomes("SHIPPED");
        order.courierSays("PICKED_UP", "DELIVERED")
                .does("Task_ConfirmReceipt", Map.of())
                .becomes("AWAITING_SELF_WRITE");
        return order;
    }

    private Map<String, String> codes(Case order) {
        return secrets(order, "auth_code");
    }

    private Map<String, String> pins(Case order) {
        return secrets(order, "initial_pin");
    }

    /** The eight digits of each message from this template, by the serial number that it names. */
    private Map<String, String> secrets(Case order, String template) {
        int expected = keys(order).size();
        return Keyway.eventually(
                () -> {
                    Map<String, String> found = new HashMap<>();
                    for (JsonNode message : order.messages()) {
                        if (message.get("template").asText().equals(template)) {
                            read(message.get("text").asText(), order, found);
                        }
                    }
                    return found.size() == expected ? found : null;
                },
                () -> "not " + expected + " messages " + template + ": " + order.messages());
    }

    private static void read(String text, Case order, Map<String, String> found) {
        keys(order).stream()
                .map(key -> key.get("serial").asText())
                .filter(serial -> text.contains(serial) || keys(order).size() == 1)
                .forEach(serial -> {
                    Matcher digits = EIGHT.matcher(text.replace(serial, "").replace(order.orderNo(), ""));
                    if (digits.find()) {
                        found.put(serial, digits.group());
                    }
                });
    }

    private AgentProcess agent(String server) {
        return new AgentProcess(server, freePort(), home, Map.of(), "--soft-dir=" + home.resolve("tokens"));
    }

    /** The post has brought the keys: from now on they are plugged in at home and nowhere else. */
    private void bring(Iterable<String> serials) throws IOException {
        Files.createDirectories(home.resolve("tokens"));
        for (String serial : serials) {
            Files.move(DATA.resolve("tokens/" + serial + ".token"), home.resolve("tokens/" + serial + ".token"));
        }
    }

    private void soft(String serial) throws IOException {
        Map<String, Object> blank = new HashMap<>(
                Map.of("serial", serial, "model", "x", "label", "", "userTries", 6, "soTries", 6, "objects", Map.of()));
        blank.put("user", null);
        blank.put("so", null);
        Files.write(home.resolve("tokens/" + serial + ".token"), new ObjectMapper().writeValueAsBytes(blank));
    }
}
