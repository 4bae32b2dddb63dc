package org.keyway.ukey.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which address does what. */
final class Routes {

    private static final Pattern ONE_LOCK =
            Pattern.compile("/locks/([A-Za-z0-9]{1,20})(?:/(pin|stamp|content|signature|job|unlocking))?");
    private static final Pattern PASS = Pattern.compile("[0-9a-f.]{20,100}");
    private static final Pattern SERIAL = Pattern.compile("serial=([A-Za-z0-9]{1,20})");

    private final Gate gate;
    private final Locks locks;
    private final Jobs jobs;
    private final Unlocker unlocker;
    private final Environment environment;
    private final ObjectMapper json;

    Routes(Gate gate, Locks locks, Jobs jobs, Unlocker unlocker, Environment environment, ObjectMapper json) {
        this.gate = gate;
        this.locks = locks;
        this.jobs = jobs;
        this.unlocker = unlocker;
        this.environment = environment;
        this.json = json;
    }

    Object answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        Matcher lock = ONE_LOCK.matcher(path);
        if (lock.matches()) {
            return ofLock(exchange, lock.group(1), lock.group(2) == null ? "" : lock.group(2));
        }
        return switch (exchange.getRequestMethod() + " " + path) {
            case "GET /status" -> Map.of("agent", "keyway", "paired", gate.isPaired(exchange));
            case "POST /pairing" ->
                Map.of("pass", gate.pairing().pair(Ask.of(exchange, json).text("code")));
            case "GET /locks" -> locks.all();
            case "GET /environment" -> environment.look(expected(exchange));
            default -> throw new AgentProblem(404, "agent.request.unknown");
        };
    }

    private Object ofLock(HttpExchange exchange, String serial, String what) {
        switch (exchange.getRequestMethod() + " " + what) {
            case "GET ":
                return locks.read(serial);
            case "GET content":
                return locks.content(serial);
            case "GET job":
                return Map.of("step", jobs.progress(serial).slug());
            case "POST job":
                Ask job = Ask.of(exchange, json);
                jobs.run(serial, permit(job), job.optionalPin("pin"));
                return Map.of("step", jobs.progress(serial).slug());
            case "POST unlocking":
                Ask reset = Ask.of(exchange, json);
                unlocker.unlock(serial, digits(reset.text("authorizationCode")), reset.pin("newPin"));
                return locks.read(serial);
            case "POST pin":
                Ask change = Ask.of(exchange, json);
                locks.changePin(serial, change.pin("oldPin"), change.pin("newPin"));
                return locks.read(serial);
            case "POST stamp":
                return locks.testStamp(serial, Ask.of(exchange, json).pin("pin"));
            case "POST signature":
                Ask sheet = Ask.of(exchange, json);
                return locks.sign(serial, sheet.pin("pin"), sheet.bytes("content"));
            default:
                throw new AgentProblem(404, "agent.request.unknown");
        }
    }

    /** For a blank key the code that its holder was sent, for a key in use the pass that the page was given. */
    private static String permit(Ask job) {
        if (!job.has("pass")) {
            return digits(job.text("authorizationCode"));
        }
        String pass = job.text("pass");
        if (!PASS.matcher(pass).matches()) {
            throw AgentProblem.of("pass", "agent.field.pass");
        }
        return pass;
    }

    private static String digits(String code) {
        if (!code.matches("\\d{8}")) {
            throw AgentProblem.of("authorizationCode", "agent.field.authorizationCode");
        }
        return code;
    }

    private static String expected(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        Matcher serial = SERIAL.matcher(query == null ? "" : URLDecoder.decode(query, StandardCharsets.UTF_8));
        return serial.matches() ? serial.group(1) : "";
    }
}
