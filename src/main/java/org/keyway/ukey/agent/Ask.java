package org.keyway.ukey.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Base64;

/** A request to the agent: its JSON body, read strictly, of at most 256 KiB. */
record Ask(JsonNode body) {

    private static final int MOST = 256 * 1024;
    private static final int LONGEST = 128 * 1024;

    static Ask of(HttpExchange exchange, ObjectMapper json) {
        try {
            byte[] bytes = exchange.getRequestBody().readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new AgentProblem(413, "agent.request.large");
            }
            JsonNode body = json.readTree(bytes);
            if (body == null || !body.isObject()) {
                throw new AgentProblem(400, "agent.request.json");
            }
            return new Ask(body);
        } catch (IOException e) {
            throw new AgentProblem(400, "agent.request.json");
        }
    }

    /** A text; 422 when it is missing. */
    String text(String field) {
        JsonNode value = body.path(field);
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > LONGEST) {
            throw AgentProblem.of(field, "agent.field." + field);
        }
        return value.asText().strip();
    }

    boolean has(String field) {
        return body.hasNonNull(field);
    }

    char[] pin(String field) {
        return text(field).toCharArray();
    }

    char[] optionalPin(String field) {
        return body.path(field).asText("").strip().toCharArray();
    }

    byte[] bytes(String field) {
        try {
            return Base64.getDecoder().decode(text(field));
        } catch (IllegalArgumentException e) {
            throw AgentProblem.of(field, "agent.field." + field);
        }
    }
}
