package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the server said, with what had been asked, so that a failed expectation explains itself. */
public record Answer(String question, HttpResponse<byte[]> response) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(this + " is not JSON", e);
        }
    }

    /** Fails with question and body unless the status is one of these. */
    public Answer expect(int... statuses) {
        assertThat(status()).as("%s", this).isIn(Arrays.stream(statuses).boxed().toList());
        return this;
    }

    /** Whether the server refused as a person's or client's fault: 4xx. */
    public boolean isRefusal() {
        return status() >= 400 && status() < 500;
    }

    @Override
    public String toString() {
        String body = text();
        return question + " -> " + status() + " " + body.substring(0, Math.min(body.length(), 1500));
    }
}
