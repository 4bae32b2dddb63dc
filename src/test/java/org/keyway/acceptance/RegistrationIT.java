package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Somebody without an account gets one, forgets the password, is attacked, and gets in again; all without JavaScript. */
class RegistrationIT extends RunningKeyway {

    private static final String PASSWORD = Newcomer.PASSWORD;
    private static final String NEW = "camellia otter envelope 83";

    /** A browser with its own cookies. */
    private static final class Visitor {

        final CookieManager cookies = new CookieManager();
        final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();

        HttpResponse<String> get(String path) throws Exception {
            return http.send(
                    HttpRequest.newBuilder(URI.create(ADDRESS + path))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
            Map<String, String> all = new HashMap<>(fields);
            cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("PORTAL-XSRF"))
                    .map(HttpCookie::getValue)
                    .forEach(token -> all.put("_csrf", token));
            String body = all.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return http.send(
                    HttpRequest.newBuilder(URI.create(ADDRESS + path))
                            .header("Accept", "text/html")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> login(String account, String password) throws Exception {
            return post("/login", Map.of("username", account, "password", password));
        }

        /** Asks for the question in words and answers it. */
        HttpResponse<String> answering(String path, Map<String, String> fields) throws Exception {
            HttpResponse<String> page = post(path, with(fields, "again", "WORDS"));
            return post(path, with(fields, "captcha", Newcomer.answer(page.body())));
        }
    }

    @Test
    void threeStepsToAnAccount() throws Exception {
        Visitor visitor = new Visitor();
        assertThat(place(visitor.get("/register/information"))).isEqualTo("/register");
        assertThat(visitor.get("/register").body()).contains("不同意");
        assertThat(visitor.post("/register", Map.of("decision", "DECLINE")).body())
                .contains("没有注册");
        assertThat(place(visitor.get("/register/information"))).isEqualTo("/register");
        visitor.post("/register", Map.of("decision", "AGREE"));
        assertThat(visitor.get("/register/information").body()).contains("src=\"data:image/png;base64,");
        Map<String, String> wrong = with(Newcomer.organization("jianshe01", "21"), "account", "zhang");
        assertThat(visitor.post("/register/information", with(wrong, "captcha", "1"))
                        .body())
                .contains("验证题的答案不对")
                .doesNotContain("已经有人使用");
        HttpResponse<String> refused = visitor.answering("/register/information", wrong);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("已经有人使用", "注册测试有限公司21")
                .doesNotContain(PASSWORD)
                .doesNotContain("value=\"" + PASSWORD);
        HttpResponse<String> done =
                visitor.answering("/register/information", Newcomer.organization("jianshe01", "21"));
        assertThat(place(done)).isEqualTo("/register/done");
        assertThat(visitor.get("/register/done").body()).contains("jianshe01", "诚信库");
        visitor.login("jianshe01", PASSWORD);
        assertThat(visitor.get("/orders").statusCode()).isEqualTo(200);
        new Person("jianshe01", PASSWORD, ADDRESS, HttpClient.newHttpClient())
                .get("/api/orders")
                .expect(200);
        new Person("jianshe01", PASSWORD, ADDRESS, HttpClient.newHttpClient())
                .get("/engine-rest/task")
                .expect(403);
    }

    @Test
    void anAnswerIsGoodOnce() throws Exception {
        Visitor visitor = new Visitor();
        Map<String, String> fields = Map.of("account", "nobody", "mobile", "13800000000");
        visitor.get("/password-reset");
        String page =
                visitor.post("/password-reset", with(fields, "again", "WORDS")).body();
        Map<String, String> answered = with(fields, "captcha", Newcomer.answer(page));
        assertThat(place(visitor.post("/password-reset", answered))).isEqualTo("/password-reset/code");
        assertThat(visitor.post("/password-reset", answered).statusCode()).isEqualTo(422);
    }

    @Test
    void lockedOutAndInAgainByTheRegisteredPhone() throws Exception {
        register("jianshe02", "22");
        Visitor owner = new Visitor();
        owner.get("/login");
        owner.login("jianshe02", PASSWORD);
        assertThat(owner.get("/orders").statusCode()).isEqualTo(200);
        assertThat(attack("jianshe02")).isEqualTo(attack("nobody02"));
        keyway.as("zhang").get("/api/orders").expect(200);
        Person system = new Person("jianshe02", PASSWORD, ADDRESS, HttpClient.newHttpClient());
        assertThat(system.get("/api/orders").expect(401).text()).contains("10 分钟");

        String code = code("jianshe02", "13800000022");
        Visitor stranger = new Visitor();
        stranger.get("/password-reset");
        stranger.answering("/password-reset", Map.of("account", "nobody02", "mobile", "13800000022"));
        HttpResponse<String> nobody = stranger.post("/password-reset/code", newPassword(code));
        Visitor person = new Visitor();
        person.get("/password-reset");
        person.answering("/password-reset", Map.of("account", "jianshe02", "mobile", "13800000022"));
        HttpResponse<String> slip = person.post("/password-reset/code", newPassword(other(code)));
        assertThat(nobody.statusCode()).isEqualTo(slip.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(nobody.body()).text())
                .isEqualTo(Jsoup.parse(slip.body()).text());
        assertThat(place(person.post("/password-reset/code", newPassword(code))))
                .isEqualTo("/login?reset");
        assertThat(place(owner.get("/orders"))).as("the old password's session").startsWith("/login");
        new Person("jianshe02", NEW, ADDRESS, HttpClient.newHttpClient())
                .get("/api/orders")
                .expect(200);
    }

    /** Twelve wrong passwords; what the pages answered. */
    private static List<String> attack(String account) throws Exception {
        List<String> answers = new java.util.ArrayList<>();
        Visitor attacker = new Visitor();
        attacker.get("/login");
        for (int i = 0; i < 4; i++) {
            answers.add(place(attacker.login(account, "wrong" + i)));
        }
        for (int i = 0; i < 8; i++) {
            String page = attacker.get("/login?question=WORDS").body();
            Map<String, String> attempt =
                    Map.of("username", account, "password", "wrong", "captcha", Newcomer.answer(page));
            answers.add(place(attacker.post("/login", attempt)));
        }
        assertThat(answers).contains("/login?asked", "/login?failed").endsWith("/login?locked");
        assertThat(Jsoup.parse(attacker.get("/login?locked").body()).text()).contains("10 分钟");
        return answers;
    }

    private String code(String account, String mobile) throws Exception {
        Visitor person = new Visitor();
        person.get("/password-reset");
        person.answering("/password-reset", Map.of("account", account, "mobile", mobile));
        return Keyway.eventually(
                () -> {
                    Matcher sent = Pattern.compile("验证码：(\\d{6})")
                            .matcher(keyway.as("admin")
                                    .get("/sandbox/messages?to=" + mobile)
                                    .expect(200)
                                    .text());
                    return sent.find() ? sent.group(1) : null;
                },
                () -> "no code reached " + mobile);
    }

    private static void register(String account, String number) throws Exception {
        Visitor visitor = new Visitor();
        visitor.get("/register");
        visitor.post("/register", Map.of("decision", "AGREE"));
        assertThat(place(visitor.answering("/register/information", Newcomer.organization(account, number))))
                .isEqualTo("/register/done");
    }

    private static Map<String, String> newPassword(String code) {
        return Map.of("code", code, "password", NEW, "passwordConfirm", NEW);
    }

    private static String other(String code) {
        return code.equals("000000") ? "111111" : "000000";
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(place -> place.replace(ADDRESS, ""))
                .orElse("");
    }
}
