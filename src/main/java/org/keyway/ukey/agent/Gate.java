package org.keyway.ukey.agent;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.Set;

/**
 * Who is let in: only this computer, only under a loopback name (a rebound DNS name is another), only pages of our
 * server, and beyond the front door only browsers that were paired.
 */
record Gate(String origin, int port, Pairing pairing) {

    private static final Set<String> FRONT_DOOR = Set.of("/status", "/pairing");

    /** Answers a preflight request (Fetch standard, and Private Network Access); true when it was one. */
    boolean isPreflight(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("OPTIONS");
    }

    void check(HttpExchange exchange) {
        Headers asked = exchange.getRequestHeaders();
        String host = asked.getFirst("Host");
        boolean here = ("127.0.0.1:" + port).equals(host) || ("localhost:" + port).equals(host);
        if (!here || !origin.equals(asked.getFirst("Origin"))) {
            throw new AgentProblem(403, "agent.origin", origin);
        }
        allow(exchange);
        boolean open = isPreflight(exchange)
                || FRONT_DOOR.contains(exchange.getRequestURI().getPath());
        if (!open && !isPaired(exchange)) {
            throw new AgentProblem(401, "agent.pairing.needed");
        }
    }

    boolean isPaired(HttpExchange exchange) {
        return pairing.knows(exchange.getRequestHeaders().getFirst("X-Keyway-Pass"));
    }

    private void allow(HttpExchange exchange) {
        Headers answer = exchange.getResponseHeaders();
        answer.set("Access-Control-Allow-Origin", origin);
        answer.set("Vary", "Origin");
        if (isPreflight(exchange)) {
            answer.set("Access-Control-Allow-Methods", "GET, POST");
            answer.set("Access-Control-Allow-Headers", "Content-Type, X-Keyway-Pass");
            answer.set("Access-Control-Allow-Private-Network", "true");
            answer.set("Access-Control-Allow-Local-Network", "true");
            answer.set("Access-Control-Max-Age", "600");
        }
    }
}
