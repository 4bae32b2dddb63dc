package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real agent as a process on loopback with soft keys of its own: writes, is killed at every step, refuses. */
class KeyAgentIT extends RunningKeyway {

    private static final int KEYS = 16;

    @TempDir
    Path home;

    @Test
    void survivesItsDeathAtEveryStep() throws Exception {
        SelfWriting writing = SelfWriting.arrived(keyway, KEYS, serial -> serial);
        Case order = writing.order();
        Map<String, String> codes = writing.codes();
        try (CutWire wire = new CutWire(ADDRESS);
                AgentProcess agent = agent(wire.address())) {
            bring(codes.keySet());
            agent.start().pair();
            List<String> serials = writing.serials();
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
                wire.cutAt(-1, false, () -> {});
                write(agent, serial, codes.get(serial)).expect(200, 409, 422);
                request += after ? 1 : 0;
                after = !after;
            }
            assertThat(whole).as("the last ones ran to their end").isPositive();
            order.ownTask("Task_TestStamp");
            assertOnePairEach(order, serials);
            assertThat(agent.said()).doesNotContain("Exception");
        }
    }

    @Test
    void refusesClearlyAndChangesNothing() throws Exception {
        SelfWriting writing = SelfWriting.arrived(keyway, 1, any -> any);
        Case order = writing.order();
        String serial = writing.serials().get(0);
        String code = writing.codes().get(serial);
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
            assertThat(SelfWriting.keys(order).get(0).get("certificates")).isEmpty();
            write(agent, serial, code).expect(200);
            order.ownTask("Task_TestStamp");
            String pin = writing.pin();
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
        assertThat(SelfWriting.keys(order)).hasSize(serials.size()).allSatisfy(key -> {
            assertThat(key.get("state").asText()).isEqualTo("WRITTEN");
            assertThat(key.get("certificates")).as("%s", key).hasSize(2).allMatch(each -> each.get("state")
                    .asText()
                    .equals("ACTIVE"));
            assertThat(key.at("/seal/state").asText()).isEqualTo("WRITTEN");
        });
    }

    private AgentProcess agent(String server) {
        return new AgentProcess(server, AGENT_PORT, home, Map.of(), "--soft-dir=" + home.resolve("tokens"));
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
