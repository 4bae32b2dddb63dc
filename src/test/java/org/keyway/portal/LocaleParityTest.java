package org.keyway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that Camunda's web applications can say in English they can say in Chinese: the keys are the same. */
class LocaleParityTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)[^}]*}}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** Texts that are a date format, an abbreviation or a name in every language. */
    private static final Pattern SAME_EVERYWHERE =
            Pattern.compile("[^A-Za-z]*|ID\\*?|CSV|JSON|Keyway|[YMDHhmsdLT:\\-/. ]+|.*\\{\\{.*}}.*");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void everyKeyIsTranslated(String application) throws IOException {
        Map<String, String> english = texts(application, "en");
        Map<String, String> chinese = texts(application, "zh");
        assertThat(english).hasSizeGreaterThan(100);
        assertThat(chinese.keySet()).containsAll(english.keySet());
        english.forEach((key, text) -> {
            String translation = chinese.get(key);
            assertThat(names(translation)).as("placeholders of %s", key).isSubsetOf(names(text));
            if (!key.startsWith("dateLocales.")) {
                assertThat(HAN.matcher(translation).find()
                                || SAME_EVERYWHERE.matcher(translation).matches())
                        .as("%s: %s", key, translation)
                        .isTrue();
            }
        });
    }

    private static List<String> names(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static Map<String, String> texts(String application, String language) throws IOException {
        String path = "META-INF/resources/webjars/camunda/app/" + application + "/locales/" + language + ".json";
        List<URL> places = new ArrayList<>(
                Collections.list(LocaleParityTest.class.getClassLoader().getResources(path)));
        assertThat(places).as(path).isNotEmpty();
        Map<String, String> texts = new TreeMap<>();
        try (InputStream content = places.get(0).openStream()) {
            collect(new ObjectMapper().readTree(content), "", texts);
        }
        return texts;
    }

    private static void collect(JsonNode node, String at, Map<String, String> texts) {
        node.fields().forEachRemaining(entry -> {
            String key = at.isEmpty() ? entry.getKey() : at + "." + entry.getKey();
            if (entry.getValue().isValueNode()) {
                texts.put(key, entry.getValue().asText());
            } else {
                collect(entry.getValue(), key, texts);
            }
        });
    }
}
