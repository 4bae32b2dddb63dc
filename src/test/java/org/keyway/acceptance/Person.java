package org.keyway.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** One account, or nobody, that sends requests to Keyway. */
public final class Person {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "----keyway-acceptance-7d9f";

    private final String account;
    private final String password;
    private final String address;
    private final HttpClient http;
    private final Map<String, String> always;

    Person(String account, String password, String address, HttpClient http) {
        this(account, password, address, http, Map.of());
    }

    Person(String account, String password, String address, HttpClient http, Map<String, String> always) {
        this.always = always;
        this.account = account;
        this.password = password;
        this.address = address;
        this.http = http;
    }

    public String account() {
        return account;
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body, Map.of());
    }

    /** Uploads a paper as {@code multipart/form-data} with the parts {@code type} and {@code file}. */
    public Answer upload(String path, String type, Paper paper) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"type\"", "text/plain; charset=UTF-8", type.getBytes(StandardCharsets.UTF_8));
        part(body, "name=\"file\"; filename=\"" + paper.fileName() + "\"", paper.mediaType(), paper.content());
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                "POST", path, body.toByteArray(), Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
    }

    private static void part(ByteArrayOutputStream body, String disposition, String mediaType, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: "
                + mediaType + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Sends anything: text and bytes as they are, other bodies as JSON. */
    public Answer send(String method, String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(90));
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(body)));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (!headers.containsKey("Accept")) {
            request.header("Accept", "application/json, application/problem+json, */*");
        }
        always.forEach(request::header);
        headers.forEach(request::header);
        if (account != null) {
            String pair = account + ":" + password;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return new Answer(
                    account + " " + method + " " + path,
                    http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Object body) {
        if (body instanceof byte[] raw) {
            return raw;
        }
        try {
            return (body instanceof String text ? text : JSON.writeValueAsString(body))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
