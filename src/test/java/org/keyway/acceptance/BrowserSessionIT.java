package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A session as browsers have it: writing needs the token, and the session changes hands at login. */
class BrowserSessionIT extends RunningKeyway {

    private static final String DRAFT = "{\"line\":\"new-issuance\",\"region\":\"330683\",\"fields\":{}}";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Test
    void writesOnlyWithTheToken() throws Exception {
        get("/login");
        String before = cookie("KEYWAY");
        assertThat(form("/login", "username=zhang&password=keyway").statusCode())
                .isEqualTo(403);
        String token = cookie("PORTAL-XSRF");
        assertThat(token).isNotBlank();
        HttpResponse<String> login = form("/login", "username=zhang&password=keyway&_csrf=" + token);
        assertThat(login.statusCode()).isEqualTo(302);
        assertThat(login.headers().firstValue("Location").orElse("")).doesNotContain("failed");
        assertThat(cookie("KEYWAY")).isNotBlank().isNotEqualTo(before);
        get("/orders");
        for (String write : List.of(
                "POST /api/orders",
                "PATCH /api/orders/XB20990101000001",
                "DELETE /api/orders/XB20990101000001",
                "POST /api/orders/XB20990101000001/submission",
                "POST /api/orders/XB20990101000001/payments",
                "POST /api/tasks/1/completion",
                "POST /logout")) {
            String[] parts = write.split(" ");
            assertThat(json(parts[0], parts[1], DRAFT, null).statusCode())
                    .as(write)
                    .isEqualTo(403);
            assertThat(json(parts[0], parts[1], DRAFT, "forged").statusCode())
                    .as(write)
                    .isEqualTo(403);
        }
        assertThat(json("POST", "/api/orders", DRAFT, cookie("PORTAL-XSRF")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void wrongPasswordsTellNothing() throws Exception {
        get("/login");
        HttpResponse<String> wrong = form("/login", "username=auditor&password=wrong&_csrf=" + cookie("PORTAL-XSRF"));
        HttpResponse<String> nobody =
                form("/login", "username=nobody-here&password=wrong&_csrf=" + cookie("PORTAL-XSRF"));
        assertThat(wrong.statusCode()).isEqualTo(nobody.statusCode());
        assertThat(wrong.headers().firstValue("Location"))
                .isEqualTo(nobody.headers().firstValue("Location"));
        assertThat(get("/orders").statusCode()).isIn(302, 401);
    }

    @Test
    void pagesCarrySafeHeaders() throws Exception {
        HttpResponse<String> page = get("/login");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).isPresent();
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .as("content security policy of the portal")
                .isPresent();
        HttpResponse<String> login = form("/login", "username=wu&password=keyway&_csrf=" + cookie("PORTAL-XSRF"));
        String session = login.headers().allValues("Set-Cookie").stream()
                .filter(value -> value.startsWith("KEYWAY="))
                .findFirst()
                .orElse("");
        assertThat(session).isNotBlank().containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite");
    }

    /** A page whose scripts carry another nonce than its policy is blank in a browser. */
    @Test
    void pagesOfTheTaskListCarryTheNonceOfTheirPolicyWhileOthersWork() throws Exception {
        get("/login");
        form("/login", "username=wu&password=keyway&_csrf=" + cookie("PORTAL-XSRF"));
        String page = "/camunda/app/tasklist/default/";
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 200)
                .mapToObj(i -> browser.sendAsync(request(page), HttpResponse.BodyHandlers.ofString()))
                .toList();
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            String policy =
                    answer.get().headers().firstValue("Content-Security-Policy").orElseThrow();
            Matcher nonce = Pattern.compile("'nonce-([\\w-]+)'").matcher(policy);
            assertThat(nonce.find()).isTrue();
            assertThat(answer.get().body()).contains("nonce=\"" + nonce.group(1) + "\"");
        }
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(ADDRESS + path))
                .header("Accept", "text/html")
                .build();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(request(path), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> form(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(ADDRESS + path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> json(String method, String path, String body, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ADDRESS + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("X-PORTAL-XSRF", token);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
