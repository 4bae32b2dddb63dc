package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyway.KeywayApplication;

/** The key agent as its user has it: a process of its own, asked by a page of {@code server}. */
public final class AgentProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("(?<!\\d)(\\d{6})(?!\\d)");

    private final String server;
    private final List<String> command;
    private final Map<String, String> environment;
    private final int port;
    private final HttpClient page = HttpClient.newHttpClient();
    private final List<String> said = new ArrayList<>();
    private BlockingQueue<String> codes;
    private Process process;
    private String pass = "";

    public AgentProcess(String server, int port, Path home, Map<String, String> environment, String... keys) {
        this.server = server;
        this.port = port;
        this.environment = environment;
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KeywayApplication.class.getName(),
                "agent",
                "--port=" + port,
                "--server=" + server,
                "--home=" + home));
        command.addAll(List.of(keys));
    }

    /** Starts it, or starts it again; waits until its window says that it is ready. */
    public AgentProcess start() {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        codes = new LinkedBlockingQueue<>();
        Thread window = new Thread(() -> read(process), "agent window");
        window.setDaemon(true);
        window.start();
        Keyway.eventually(() -> answers() ? true : null, () -> "the agent does not start: " + said);
        return this;
    }

    private void read(Process running) {
        try (BufferedReader lines = running.inputReader(java.nio.charset.StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (said) {
                    said.add(line);
                }
                Matcher code = CODE.matcher(line);
                if (line.contains("\u914d\u5bf9\u7801") && code.find()) {
                    codes.add(code.group(1));
                }
            }
        } catch (IOException killed) {
            synchronized (said) {
                said.add("killed");
            }
        }
    }

    private boolean answers() {
        assertThat(process.isAlive()).as("%s", said).isTrue();
        try {
            return ask("GET", "/status", null).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** The pairing code that the window shows now. */
    public String code() {
        try {
            String newest = codes.poll(10, TimeUnit.SECONDS);
            for (String next = codes.poll(); next != null; next = codes.poll()) {
                newest = next;
            }
            assertThat(newest).as("%s", said).isNotNull();
            return newest;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public AgentProcess pair() {
        pass = ask("POST", "/pairing", Map.of("code", code()))
                .expect(200)
                .json()
                .get("pass")
                .asText();
        return this;
    }

    /** As a page of the server asks. */
    public Answer ask(String method, String path, Object body) {
        return ask(method, path, body, Map.of("Origin", server, "X-Keyway-Pass", pass));
    }

    public Answer ask(String method, String path, Object body, Map<String, String> headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                    .timeout(Duration.ofSeconds(60))
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(
                                            body instanceof byte[] raw ? raw : JSON.writeValueAsBytes(body)));
            headers.forEach(request::header);
            return new Answer(
                    "agent " + method + " " + path,
                    page.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Everything that its window showed. */
    public String said() {
        synchronized (said) {
            return String.join("\n", said);
        }
    }

    /** As the power cord does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
