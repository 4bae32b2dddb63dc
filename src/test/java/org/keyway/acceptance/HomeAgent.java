package org.keyway.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A holder's PC: the agent as a process, its wire to the server, and one soft key that can be pulled. */
final class HomeAgent implements AutoCloseable {

    final AgentProcess agent;
    final CutWire wire;
    private final Path plugged;
    private final Path pulled;
    private final String serial;

    /** The key comes from {@code house}, where it was blank in stock. */
    HomeAgent(String server, int port, Path home, Path house, String serial) throws IOException {
        this.serial = serial;
        plugged = home.resolve("tokens").resolve(serial + ".token");
        pulled = home.resolve(serial + ".pulled");
        Files.createDirectories(plugged.getParent());
        Files.move(house.resolve("tokens").resolve(plugged.getFileName()), plugged);
        wire = new CutWire(server);
        agent = new AgentProcess(wire.address(), port, home, Map.of(), "--soft-dir=" + plugged.getParent());
        agent.start().pair();
    }

    /** A blank key, with its authorization code. */
    Answer writes(String code) {
        return job(Map.of("authorizationCode", code));
    }

    /** A key in use, as the order's page has it written. */
    Answer rewrites(Case order, String pin) {
        return job(Map.of("pass", pass(order).expect(200).json().get("pass").asText(), "pin", pin));
    }

    Answer pass(Case order) {
        return order.applicant().post(order.path("/job-passes"), Map.of("keySerial", serial));
    }

    Answer job(Map<String, String> body) {
        return agent.ask("POST", "/locks/" + serial + "/job", body);
    }

    Answer unlocks(String code, String newPin) {
        return agent.ask(
                "POST", "/locks/" + serial + "/unlocking", Map.of("authorizationCode", code, "newPin", newPin));
    }

    /** Signs something of its own, which takes the right PIN. */
    Answer tries(String pin) {
        return agent.ask("POST", "/locks/" + serial + "/stamp", Map.of("pin", pin));
    }

    /** Stamps the test sheet of the order's open step. */
    void stamps(Case order, String pin) {
        order.ownTask("Task_TestStamp");
        var lock = agent.ask("GET", "/locks/" + serial + "/content", null)
                .expect(200)
                .json();
        Map<String, String> read = Map.of(
                "keySerial",
                serial,
                "certificate",
                lock.get("certificate").asText(),
                "seal",
                lock.get("seal").asText());
        String content = order.applicant()
                .post(order.path("/test-stamps"), read)
                .expect(200)
                .json()
                .get("content")
                .asText();
        String signature = agent.ask("POST", "/locks/" + serial + "/signature", Map.of("pin", pin, "content", content))
                .expect(200)
                .json()
                .get("signature")
                .asText();
        order.does("Task_TestStamp", Map.of("keySerial", serial, "signature", signature));
    }

    void pull() {
        move(plugged, pulled);
    }

    void plugIn() {
        move(pulled, plugged);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        agent.close();
        wire.close();
    }
}
