package org.keyway.ukey.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.keyway.ukey.Token;
import org.keyway.ukey.soft.SoftTokens;

/** Whatever a paired page sends, the agent answers politely: never a 5xx, never a stack trace. */
class AgentFuzzTest {

    private static final String ORIGIN = "http://localhost:9";
    private static final String SERIAL = "KW00000000018";
    private static final Pattern TRACE = Pattern.compile("Exception|\\bat (java|org|com)\\.");

    private static KeyAgent agent;
    private static String pass;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeContainer
    static void start() throws IOException {
        Path home = Files.createTempDirectory("keyway-agent-");
        SoftTokens tokens = new SoftTokens(home.resolve("tokens"), 1000);
        tokens.supply(SERIAL, "GM3000");
        tokens.supply("KW00000000026", "GM3000");
        try (Token token = tokens.open(SERIAL)) {
            token.initialize("label", "so-secret-1".toCharArray(), "19283746".toCharArray());
        }
        StringBuilder window = new StringBuilder();
        agent = new KeyAgent(
                AgentOptions.parse(List.of("--port=0", "--home=" + home, "--server=" + ORIGIN), Map.of()),
                window::append);
        String code = window.toString().replaceAll("(?s).*?(?<!\\d)(\\d{6})(?!\\d).*", "$1");
        pass = send("POST", "/pairing", ("{\"code\":\"" + code + "\"}").getBytes(StandardCharsets.UTF_8))
                .body()
                .replaceAll(".*\"pass\":\"([0-9a-f]+)\".*", "$1");
    }

    @AfterContainer
    static void stop() {
        agent.close();
    }

    @Property(tries = 300)
    void answersPolitely(
            @ForAll("methods") String method, @ForAll("paths") String path, @ForAll("bodies") byte[] body) {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode())
                .as("%s %s %s", method, path, answer.body())
                .isLessThan(500);
        assertThat(TRACE.matcher(answer.body()).find()).as(answer.body()).isFalse();
    }

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.of("GET", "POST", "POST", "POST", "PUT", "DELETE", "OPTIONS");
    }

    @Provide
    Arbitrary<String> paths() {
        Arbitrary<String> lock = Arbitraries.of(SERIAL, "KW00000000026", "KW99999999999", "x", "%2e%2e", "\u9501")
                .flatMap(serial -> Arbitraries.of(
                                "", "/pin", "/stamp", "/content", "/signature", "/job", "/unlocking", "/none")
                        .map(what -> "/locks/" + serial + what));
        Arbitrary<String> others = Arbitraries.of(
                "/",
                "/status",
                "/pairing",
                "/locks",
                "/environment",
                "/environment?serial=%27&x=%",
                "/locks//",
                "/%00");
        return Arbitraries.oneOf(lock, others);
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        Arbitrary<String> value = Arbitraries.oneOf(
                Arbitraries.of(
                        "\"19283746\"",
                        "\"00000000\"",
                        "\"12345678\"",
                        "\"Heron-2468\"",
                        "null",
                        "{}",
                        "[]",
                        "1e999",
                        "true",
                        "\"AA==\"",
                        "\"!\""),
                Arbitraries.strings().ofMaxLength(80).map(AgentFuzzTest::quoted));
        Arbitrary<String> name =
                Arbitraries.of("pin", "oldPin", "newPin", "code", "authorizationCode", "pass", "content", "x");
        Arbitrary<String> object = name.flatMap(key -> value.map(text -> "\"" + key + "\":" + text))
                .list()
                .ofMaxSize(5)
                .map(members -> "{" + String.join(",", members) + "}");
        return Arbitraries.oneOf(
                object.map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(200),
                Arbitraries.of("{}", "[", "null", "{\"pin\":", "\"x\"").map(String::getBytes));
    }

    private static String quoted(String text) {
        StringBuilder safe = new StringBuilder("\"");
        text.codePoints().filter(Character::isLetterOrDigit).forEach(safe::appendCodePoint);
        return safe.append('"').toString();
    }

    private static HttpResponse<String> send(String method, String path, byte[] body) {
        try {
            String ascii = path.replace("\u9501", "%E9%94%81").replaceAll("%$", "%25");
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + agent.port() + ascii))
                    .header("Origin", ORIGIN)
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
            if (pass != null) {
                request.header("X-Keyway-Pass", pass);
            }
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
