package org.keyway.ukey.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.job.Instruction;
import org.keyway.ukey.job.JobChannel;
import org.keyway.ukey.job.JobStep;

/** The line to Keyway; an answer that is lost is asked for again, which changes nothing there. */
final class ServerLine {

    private static final int TIMES = 3;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI server;
    private final ObjectMapper json;

    ServerLine(URI server, ObjectMapper json) {
        this.server = server;
        this.json = json;
    }

    /** The job that waits for this key. */
    Offer job(String serial, String code) {
        String query = "?serial=" + URLEncoder.encode(serial, StandardCharsets.UTF_8);
        JsonNode found =
                read(send(request("/api/agent/jobs" + query, code).GET().build()));
        if (!found.isArray() || found.isEmpty()) {
            throw new AgentProblem(424, "agent.server.garbage");
        }
        return new Offer(
                found.get(0).path("id").asText(), found.get(0).path("kind").asText());
    }

    /** What is needed to give this key a new PIN. */
    Permission unlocking(String serial, String code) {
        try {
            return json.treeToValue(post(unlockings(serial), code, null), Permission.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new AgentProblem(424, "agent.server.garbage");
        }
    }

    /** The key has its new PIN and signed with it. */
    void proved(String serial, String code, byte[] signature) {
        post(unlockings(serial) + "/proof", code, Map.of("signature", signature));
    }

    /** The key did not take it. */
    void refused(String serial, String code, TokenException.Code why) {
        post(unlockings(serial) + "/refusal", code, Map.of("code", why.name()));
    }

    private static String unlockings(String serial) {
        return "/api/agent/unlockings/" + URLEncoder.encode(serial, StandardCharsets.UTF_8);
    }

    /** {@code progress} hears each step that is done. */
    JobChannel channel(String id, String code, Consumer<JobStep> progress) {
        return report -> {
            progress.accept(report.step());
            return instruction(
                    post("/api/agent/jobs/" + id + "/" + report.step().slug(), code, Wire.of(report)));
        };
    }

    private JsonNode post(String path, String code, Object body) {
        try {
            return read(send(request(path, code)
                    .header("Content-Type", "application/json")
                    .POST(
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                    .build()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Status and header Date of the server's health; empty header when it says none. */
    HttpResponse<String> health() throws IOException, InterruptedException {
        return http.send(request("/actuator/health", "").GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private Instruction instruction(JsonNode node) {
        try {
            return json.treeToValue(node, Wire.Next.class).instruction();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new AgentProblem(424, "agent.server.garbage");
        }
    }

    private HttpRequest.Builder request(String path, String code) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + code);
    }

    private HttpResponse<String> send(HttpRequest request) {
        for (int time = 1; ; time++) {
            try {
                HttpResponse<String> answer =
                        http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (answer.statusCode() < 500 || time == TIMES) {
                    return answer;
                }
            } catch (IOException e) {
                if (time == TIMES) {
                    throw new AgentProblem(424, "agent.server.unreachable", server.toString());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AgentProblem(424, "agent.server.unreachable", server.toString());
            }
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        JsonNode body;
        try {
            body = json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AgentProblem(424, "agent.server.garbage");
        }
        if (answer.statusCode() == 200 || answer.statusCode() == 204) {
            return body;
        }
        throw Wire.problem(answer.statusCode(), body);
    }
}
