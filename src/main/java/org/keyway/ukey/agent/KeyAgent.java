package org.keyway.ukey.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.Tokens;
import org.keyway.ukey.pkcs11.Pkcs11Tokens;
import org.keyway.ukey.soft.SoftTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key agent: a small HTTP server on loopback between a page of Keyway and the keys plugged in here. */
final class KeyAgent implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyAgent.class);
    private static final int ITERATIONS = 100_000;
    private static final int THREADS = 8;

    private final AgentTexts texts = new AgentTexts();
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Gate gate;
    private final Routes routes;

    KeyAgent(AgentOptions options, Consumer<String> window) throws IOException {
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), options.port()), 0);
        Tokens tokens = options.module() == null
                ? new SoftTokens(options.softDir(), ITERATIONS)
                : new Pkcs11Tokens(options.module(), options.home().resolve("tries"), options.factorySoPin());
        ServerLine server = new ServerLine(options.server(), json);
        Pairing pairing = new Pairing(options.home(), code -> window.accept(texts.of("agent.window.code", code)));
        gate = new Gate(options.origin(), port(), pairing);
        routes = new Routes(
                gate,
                new Locks(tokens),
                new Jobs(tokens, server),
                new Unlocker(tokens, server),
                new Environment(options, tokens, server, texts, Clock.systemUTC()),
                json);
        http.createContext("/", this::handle);
        http.setExecutor(threads);
        http.start();
        window.accept(texts.of("agent.window.ready", Integer.toString(port()), options.origin()));
    }

    int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Object answer;
            int status = 200;
            try {
                gate.check(exchange);
                answer = gate.isPreflight(exchange) ? null : routes.answer(exchange);
            } catch (AgentProblem e) {
                status = e.status();
                answer = problem(status, e.field(), e.text(texts));
            } catch (TokenException e) {
                status = 409;
                answer = problem(status, null, texts.of("agent.token." + e.code(), e.triesLeft()));
            } catch (RuntimeException e) {
                LOG.error("{} failed", exchange.getRequestMethod(), e);
                status = 500;
                answer = problem(status, null, texts.of("agent.failed"));
            }
            send(exchange, answer == null ? 204 : status, answer);
        }
    }

    private static Map<String, Object> problem(int status, String field, String text) {
        return field == null
                ? Map.of("status", status, "detail", text)
                : Map.of("status", status, "detail", text, "errors", new Object[] {
                    Map.of("field", field, "message", text)
                });
    }

    private void send(HttpExchange exchange, int status, Object answer) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (answer == null) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        byte[] body = json.writeValueAsBytes(answer);
        exchange.getResponseHeaders()
                .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
