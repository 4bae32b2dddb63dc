package org.keyway.architecture;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the bundle keys that Java source and Thymeleaf pages name; a key that ends in a dot is a prefix. */
final class MessageKeys {

    private static final Pattern CALL = Pattern.compile(
            "(?:Problem\\s*\\.\\s*(?:invalid|malformed|forbidden|notFound|conflict|tooLarge)|new\\s+(?:Problem\\s*\\.\\s*)?FieldError|getMessage)\\s*\\(");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9_-]+)+\\.?|[a-z][a-z-]*\\.");
    private static final Pattern IN_PAGE = Pattern.compile("#\\{(?:\\$\\{\\s*)?'?([a-z][A-Za-z0-9.-]*[A-Za-z0-9.])'?");

    private MessageKeys() {}

    static Set<String> inJava(String source) {
        Set<String> keys = new TreeSet<>();
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            Matcher literal = LITERAL.matcher(source.substring(call.end(), end(source, call.end())));
            while (literal.find()) {
                if (KEY.matcher(literal.group(1)).matches()) {
                    keys.add(literal.group(1));
                }
            }
        }
        return keys;
    }

    static Set<String> inPage(String page) {
        Set<String> keys = new TreeSet<>();
        IN_PAGE.matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(key -> KEY.matcher(key).matches())
                .forEach(keys::add);
        return keys;
    }

    /** Where the call that opened before {@code from} closes. */
    private static int end(String source, int from) {
        int depth = 1;
        boolean quoted = false;
        for (int at = from; at < source.length(); at++) {
            char c = source.charAt(at);
            if (c == '"' && source.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && --depth == 0) {
                return at;
            }
        }
        return source.length();
    }
}
