package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Somebody without an account: what is written into the registration form, and the answer to its question. */
public final class Newcomer {

    public static final String PASSWORD = "bamboo raft skylight 77";
    private static final String NUMBERS = "三四五六七八九";

    private Newcomer() {}

    public static Map<String, String> organization(String account, String number) {
        Map<String, String> fields = new LinkedHashMap<>();
        String uscc = uscc("91330683MA0REG0" + number);
        fields.put("holderType", "ORGANIZATION");
        fields.put("organizationName", "注册测试有限公司" + number);
        fields.put("organizationNameConfirm", "注册测试有限公司" + number);
        fields.put("uscc", uscc);
        fields.put("usccConfirm", uscc);
        fields.put("legalRepresentative", "王样例");
        fields.put("legalMobile", "139000000" + number);
        fields.put("legalEmail", "legal" + number + "@example.test");
        fields.put("handlerName", "李测试");
        fields.put("handlerMobile", "138000000" + number);
        fields.put("handlerEmail", "handler" + number + "@example.test");
        fields.put("account", account);
        fields.put("password", PASSWORD);
        fields.put("passwordConfirm", PASSWORD);
        return fields;
    }

    /** A unified social credit code with its check digit (GB 32100) from the first seventeen characters. */
    private static String uscc(String seventeen) {
        String signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int weight = 1;
        int sum = 0;
        for (char sign : seventeen.toCharArray()) {
            sum += signs.indexOf(sign) * weight;
            weight = weight * 3 % 31;
        }
        return seventeen + signs.charAt((31 - sum % 31) % 31);
    }

    /** Reads the question in words and counts. */
    public static String answer(String page) {
        Element words = Jsoup.parse(page).selectFirst("#captcha-words");
        assertThat(words).as("question in words").isNotNull();
        return String.valueOf(words.text()
                .chars()
                .map(sign -> NUMBERS.indexOf(sign))
                .filter(at -> at >= 0)
                .map(at -> at + 3)
                .sum());
    }
}
