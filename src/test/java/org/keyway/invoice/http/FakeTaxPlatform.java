package org.keyway.invoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Speaks the platform's side of the protocol: checks our signature, signs its answers. */
final class FakeTaxPlatform implements AutoCloseable {

    static final String SECRET = "not-a-real-secret";

    private final HttpServer server;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, JsonNode> taken = new HashMap<>();
    boolean done;
    boolean broken;
    boolean forging;

    FakeTaxPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/api/invoices", this::serve);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/api";
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        String timestamp = exchange.getRequestHeaders().getFirst("X-Timestamp");
        String nonce = exchange.getRequestHeaders().getFirst("X-Nonce");
        String expected = InvoiceSignature.of(SECRET, "POST\n" + path, timestamp, nonce, body);
        boolean genuine = expected.equals(exchange.getRequestHeaders().getFirst("X-Signature"));
        byte[] answer = json.writeValueAsBytes(genuine ? answer(path, json.readTree(body)) : Map.of());
        String secret = forging ? "somebody-else" : SECRET;
        exchange.getResponseHeaders()
                .set("X-Signature", InvoiceSignature.of(secret, "ANSWER", timestamp, nonce, answer));
        exchange.sendResponseHeaders(broken ? 500 : genuine ? 200 : 401, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private Map<String, Object> answer(String path, JsonNode message) {
        String number = message.path("requestNo").asText();
        if (!path.endsWith("/results")) {
            taken.putIfAbsent(number, message);
            return Map.of("status", "ACCEPTED");
        }
        JsonNode request = taken.get(number);
        if (request == null) {
            return Map.of("status", "UNKNOWN");
        }
        if (!done) {
            return Map.of("status", "PROCESSING");
        }
        if (request.path("type").asText().equals("SPECIAL")
                && request.path("buyer").path("taxNumber").asText().isEmpty()) {
            return Map.of("status", "REFUSED", "code", "TAX_NUMBER_MISSING");
        }
        if (request.path("buyer").path("taxNumber").asText().equals("91330683MA0TE5T08X")) {
            return Map.of("status", "REFUSED", "code", "TAX_NUMBER_INVALID");
        }
        byte[] pdf = "%PDF-1.7 invoice".getBytes(StandardCharsets.US_ASCII);
        return Map.of(
                "status",
                "ISSUED",
                "number",
                "2633" + "%016d".formatted(Math.abs(number.hashCode())),
                "pdf",
                Base64.getEncoder().encodeToString(pdf));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
