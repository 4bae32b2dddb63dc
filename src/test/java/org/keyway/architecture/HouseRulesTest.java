package org.keyway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** House rules about source and wording that no compiler checks; each has its probe beside it. */
class HouseRulesTest {

    private static final Path JAVA = Path.of("src/main/java");
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH_SENTENCE = Pattern.compile("(?:\\b[A-Za-z]{2,}\\b[ ,]+){2,}[A-Za-z]{2,}");

    @Test
    void wordingIsNotInJava() {
        assertThat(files(JAVA, ".java").filter(file -> HAN.matcher(read(file)).find()))
                .isEmpty();
    }

    @Test
    void filesAreOneOrTwoScreens() {
        List<Integer> lengths = files(JAVA, ".java")
                .map(file -> linesOfCode(read(file)))
                .sorted()
                .toList();
        assertThat(lengths.get(lengths.size() / 2))
                .as("median length of a file")
                .isLessThanOrEqualTo(35);
        assertThat(lengths.get(lengths.size() * 9 / 10)).as("90 % of the files").isLessThanOrEqualTo(110);
        assertThat(Collections.max(lengths)).as("longest file").isLessThanOrEqualTo(200);
    }

    /** Neither blank nor comment; imports count. */
    private static int linesOfCode(String source) {
        String code = source.replaceAll("(?s)/\\*.*?\\*/", "");
        return (int) code.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .count();
    }

    @Test
    void columnsAreReadByTheirNames() {
        String all = files(JAVA, ".java").map(HouseRulesTest::read).collect(Collectors.joining());
        assertThat(files(JAVA, ".java").flatMap(file -> guessed(read(file), all).stream()))
                .isEmpty();
    }

    @Test
    void aGuessedColumnIsRed() {
        String code = "record One(String a) {} x.query(One.class) y.query(Two.class)";
        assertThat(guessed(code, code + "record Two(String holderType, int n) {} record One(int aB) {}"))
                .containsExactly("Two");
    }

    /** Spring asks for holderType before holder_type: an exception for each column of each row. */
    private static Set<String> guessed(String file, String all) {
        return Pattern.compile("\\.query\\((\\w+)\\.class\\)")
                .matcher(file)
                .results()
                .map(found -> found.group(1))
                .filter(name -> Pattern.compile("record " + name + "\\([^)]*\\b[a-z]+[A-Z]\\w*\\s*[,)]")
                        .matcher(file.contains("record " + name + "(") ? file : all)
                        .find())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyBundleIsRegistered() {
        String configuration = read(Path.of("src/main/resources/application.yaml"));
        String basename = configuration
                .lines()
                .filter(line -> line.strip().startsWith("basename:"))
                .findFirst()
                .orElseThrow();
        Set<String> registered = Stream.of(
                        basename.substring(basename.indexOf(':') + 1).split(","))
                .map(name -> name.strip().replace("messages/", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> present = files(BUNDLES, ".properties")
                .map(file -> file.getFileName().toString().replace(".properties", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(registered).isEqualTo(present);
    }

    @Test
    void everyMessageKeyHasItsText() {
        Set<String> texts = bundles().keySet();
        assertThat(missing(JAVA, ".java", MessageKeys::inJava, texts))
                .as("keys in Java without text")
                .isEmpty();
        assertThat(missing(Path.of("templates/portal"), ".html", MessageKeys::inPage, texts))
                .as("keys in pages without text")
                .isEmpty();
    }

    @Test
    void aMissingKeyIsRed() {
        assertThat(MessageKeys.inJava("throw Problem.invalid(\n  \"uscc\",\n \"probe.no-such-text\", f(x));"))
                .containsExactly("probe.no-such-text");
        assertThat(MessageKeys.inPage("<p th:text=\"#{probe.text}\"></p>[[#{${'probe.' + x}}]]"))
                .containsExactlyInAnyOrder("probe.text", "probe.");
        assertThat(absent("probe.no-such-text", Set.of("probe.other"))).isTrue();
        assertThat(absent("probe.", Set.of("other.text"))).isTrue();
        assertThat(absent("probe.", Set.of("probe.text"))).isFalse();
    }

    @Test
    void wordingIsChinese() {
        assertThat(bundles().entrySet().stream()
                        .filter(entry ->
                                ENGLISH_SENTENCE.matcher(entry.getValue()).find()))
                .isEmpty();
        assertThat(files(Path.of("templates/message"), ".txt")
                        .flatMap(file -> read(file).lines())
                        .filter(line -> ENGLISH_SENTENCE.matcher(line).find()))
                .isEmpty();
    }

    @Test
    void anEnglishSentenceIsRed() {
        assertThat(ENGLISH_SENTENCE.matcher("Please try again later").find()).isTrue();
        assertThat(ENGLISH_SENTENCE.matcher("请上传 PDF 或 JPG 文件").find()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void webApplicationIsTranslatedWhole(String app) throws IOException {
        String place = "META-INF/resources/webjars/camunda/app/" + app + "/locales/";
        Set<String> english = keys(place + "en.json");
        Set<String> chinese = keys(place + "zh.json");
        assertThat(english).isNotEmpty();
        assertThat(chinese).isEqualTo(english);
    }

    private static Set<String> keys(String resource) throws IOException {
        URL url = Thread.currentThread().getContextClassLoader().getResource(resource);
        assertThat(url).as(resource).isNotNull();
        try (InputStream content = url.openStream()) {
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            JsonNode labels = new ObjectMapper()
                    .readTree(text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .get("labels");
            Set<String> keys = new TreeSet<>();
            labels.fieldNames().forEachRemaining(keys::add);
            return keys;
        }
    }

    private static Map<String, Set<String>> missing(
            Path root, String end, Function<String, Set<String>> find, Set<String> texts) {
        Map<String, Set<String>> missing = new TreeMap<>();
        files(root, end).forEach(file -> {
            Set<String> absent = find.apply(read(file)).stream()
                    .filter(key -> absent(key, texts))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!absent.isEmpty()) {
                missing.put(root.relativize(file).toString(), absent);
            }
        });
        return missing;
    }

    private static boolean absent(String key, Set<String> texts) {
        return key.endsWith(".") ? texts.stream().noneMatch(text -> text.startsWith(key)) : !texts.contains(key);
    }

    private static Map<String, String> bundles() {
        Map<String, String> texts = new TreeMap<>();
        files(BUNDLES, ".properties").forEach(file -> {
            Properties bundle = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                bundle.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            bundle.forEach((key, value) -> texts.put(key.toString(), value.toString()));
        });
        return texts;
    }

    private static Stream<Path> files(Path root, String end) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(end)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
