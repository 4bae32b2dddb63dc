package org.keyway.process.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.order.form.FormParts;

/** The models of the house are clean, and every rule has been seen red on a broken copy of them. */
class ModelLintTest {

    private static final Map<String, byte[]> FILES = FormParts.joined(files("processes", "forms", "templates/message"));
    private static final Set<String> BEANS = beans();

    @Test
    void theHouseIsClean() {
        assertThat(ModelLint.check(FILES, BEANS)).extracting(LintFinding::text).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("probes")
    void everyRuleTurnsRed(Probe probe) {
        List<LintFinding> findings = ModelLint.check(probe.broken(FILES), BEANS);
        assertThat(findings).extracting(LintFinding::key).contains(probe.rule());
        LintFinding finding = findings.stream()
                .filter(found -> found.key().equals(probe.rule()))
                .findFirst()
                .orElseThrow();
        assertThat(finding.text())
                .contains(finding.file())
                .doesNotContain("{0}")
                .matches(text -> text.codePoints()
                        .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN));
    }

    @Test
    void everyRuleHasItsProbe() throws IOException {
        Properties wording = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages/lint.properties"))) {
            wording.load(reader);
        }
        Set<String> rules = new TreeSet<>(wording.stringPropertyNames());
        rules.removeAll(Set.of("lint.file", "lint.element"));
        Set<String> probed = new TreeSet<>();
        probes().forEach(probe -> probed.add(probe.rule()));
        assertThat(probed).isEqualTo(rules);
    }

    @Test
    void aBrokenFileIsNamedWithItsLine() {
        var findings = ModelLint.check(Map.of("processes/x.bpmn", "<a>\n<b>\n</a>".getBytes()), BEANS);
        assertThat(findings).singleElement().satisfies(found -> assertThat(found.args())
                .startsWith(3));
    }

    static Stream<Probe> probes() {
        return Stream.concat(bpmnProbes(), otherProbes());
    }

    private static Stream<Probe> bpmnProbes() {
        String main = "processes/new-issuance.bpmn";
        String review = "processes/review.bpmn";
        return Stream.of(
                new Probe("lint.malformed", review, "</bpmn:process>", ""),
                new Probe("lint.one-process", review, "</bpmn:process>", "</bpmn:process><bpmn:process id=\"b\"/>"),
                new Probe("lint.file-name", review, "<bpmn:process id=\"review\"", "<bpmn:process id=\"revue\""),
                new Probe("lint.duplicate", review, "<bpmn:process id=\"review\"", "<bpmn:process id=\"payment\""),
                new Probe("lint.not-executable", review, "isExecutable=\"true\"", ""),
                new Probe("lint.history", review, " camunda:historyTimeToLive=\"P1825D\"", ""),
                new Probe(
                        "lint.too-big",
                        main,
                        "</bpmn:process>",
                        "<bpmn:task id=\"T\"/><bpmn:task id=\"U\"/></bpmn:process>"),
                new Probe("lint.id-prefix", review, "Task_Precheck\" name", "Precheck\" name"),
                new Probe("lint.name", review, "name=\"自动预审\"", "name=\"Precheck\""),
                new Probe("lint.no-default", review, " default=\"Flow_Decision_HandleOnHold\"", ""),
                new Probe("lint.no-condition", review, " default=\"Flow_Decision_HandleOnHold\"", ""),
                new Probe("lint.flow-name", review, " name=\"挂起\"", ""),
                new Probe("lint.not-drawn", review, "bpmnElement=\"Task_Precheck\"", "bpmnElement=\"Other\""),
                new Probe(
                        "lint.no-checklist",
                        review,
                        "<bpmn:documentation>1\\. 查[^<]*</bpmn:documentation>|<bpmn:documentation>1\\. 按[^<]*</bpmn:documentation>",
                        ""),
                new Probe("lint.group", review, "Groups=\"customer-service\"", "Groups=\"helpdesk\""),
                new Probe("lint.no-form", review, " camunda:formRef=\"handle-on-hold\"", ""),
                new Probe("lint.form-missing", review, "formRef=\"handle-on-hold\"", "formRef=\"handle-hold\""),
                new Probe("lint.no-delegate", review, " camunda:delegateExpression=\"\\$\\{precheckDelegate}\"", ""),
                new Probe("lint.no-retry", review, " camunda:asyncBefore=\"true\"", ""),
                new Probe("lint.bean", review, "precheckDelegate", "prcheckDelegate"),
                new Probe("lint.template", review, "review_returned", "review_retuned"),
                new Probe("lint.process-missing", main, "calledElement=\"review\"", "calledElement=\"revue\""),
                new Probe("lint.business-key", main, "<camunda:in businessKey=[^>]*>", ""),
                new Probe(
                        "lint.decision-missing",
                        review,
                        "camunda:delegateExpression=\"\\$\\{precheckDelegate}\"",
                        "camunda:decisionRef=\"horoscope\""),
                new Probe("lint.status", review, "value=\"ON_HOLD\"", "value=\"PARKED\""),
                new Probe(
                        "lint.code",
                        review,
                        "camunda:delegateExpression=\"\\$\\{precheckDelegate}\"",
                        "camunda:class=\"java.lang.Runtime\""),
                new Probe("lint.hash-expression", review, "\\$\\{decision == 'APPROVE'}", "#{decision == 'APPROVE'}"),
                new Probe("lint.variable", review, "decision == 'APPROVE'", "verdict == 'APPROVE'"),
                new Probe(
                        "lint.personal",
                        review,
                        "inputParameter name=\"decision\"",
                        "inputParameter name=\"handlerName\""));
    }

    private static Stream<Probe> otherProbes() {
        String form = "forms/write-key.form";
        String html = "forms/review.html";
        String fee = "processes/fee.dmn";
        String share = "processes/refund-share.dmn";
        return Stream.of(
                new Probe("lint.json", form, "\\{", "["),
                new Probe("lint.form-id", form, "\"id\": \"write-key\"", "\"id\": \"writekey\""),
                new Probe("lint.form-schema", form, "\"schemaVersion\": 16", "\"schemaVersion\": 17"),
                new Probe("lint.form-component", form, "\"type\": \"textfield\"", "\"type\": \"filepicker\""),
                new Probe("lint.personal", form, "\"key\": \"keySerial\"", "\"key\": \"handlerMobile\""),
                new Probe("lint.form-key-twice", "forms/assist.form", "\"key\": \"reason\"", "\"key\": \"decision\""),
                new Probe("lint.form-label", form, "\"label\": \"锁序列号\"", "\"label\": \"serial\""),
                new Probe("lint.html-form", html, "</form>", "</form><form></form>"),
                new Probe("lint.html-curly", html, "</form>", "{{orderNo}}</form>"),
                new Probe("lint.html-angular", html, "</form>", "<p ng-if=\"x\"></p></form>"),
                new Probe("lint.html-handler", html, "</form>", "<p onclick=\"x()\"></p></form>"),
                new Probe("lint.html-external", html, "</form>", "<img src=\"//evil.example/x.png\"></form>"),
                new Probe("lint.html-part", html, "</form>", "<div data-include=\"part-x\"></div></form>"),
                new Probe("lint.html-file-required", html, "</form>", "<input type=\"file\" required></form>"),
                new Probe("lint.html-variable", html, "</form>", "<b cam-variable-name=\"orderNo\"></b></form>"),
                new Probe("lint.one-decision", fee, "</definitions>", "<decision id=\"b\"/></definitions>"),
                new Probe("lint.rule-note", fee, "<description>示例价格：单位主锁[^<]*</description>", ""),
                new Probe("lint.dmn-parse", share, "hitPolicy=\"UNIQUE\"", "hitPolicy=\"MAYBE\""),
                new Probe("lint.dmn-hit", share, "<text>\"WRITTEN\"</text>", "<text>\"SHIPPED\"</text>"),
                new Probe("lint.dmn-unique", share, "(?<=\"(WRITTEN|SHIPPED)\")(?=</text>)", ",\"OTHER\""),
                new Probe("lint.dmn-output", fee, "30000 \\* years \\* quantity<", "30000 * yeras * quantity<"));
    }

    /** One rule and the first place in a file that a probe spoils. */
    record Probe(String rule, String file, String pattern, String replacement) {

        Map<String, byte[]> broken(Map<String, byte[]> files) {
            String good = new String(files.get(file), StandardCharsets.UTF_8);
            String bad = good.replaceAll(pattern, java.util.regex.Matcher.quoteReplacement(replacement));
            assertThat(bad).as("the probe of %s must change %s", rule, file).isNotEqualTo(good);
            Map<String, byte[]> copy = new TreeMap<>(files);
            copy.keySet().removeIf(name -> name.endsWith(".dmn")); // slow to evaluate, no diagram refers to them
            copy.put(file, bad.getBytes(StandardCharsets.UTF_8));
            return copy;
        }

        @Override
        public String toString() {
            return rule + " in " + file;
        }
    }

    private static Map<String, byte[]> files(String... roots) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String root : roots) {
            try (Stream<Path> paths = Files.walk(Path.of(root))) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    files.put(path.toString().replace('\\', '/'), Files.readAllBytes(path));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return files;
    }

    /** The names that the delegates of the product announce. */
    private static Set<String> beans() {
        var pattern = java.util.regex.Pattern.compile("@DiagramBean\\(\"(\\w+)\"\\)");
        Set<String> names = new HashSet<>();
        files("src/main/java/org/keyway/process").values().forEach(source -> {
            var matcher = pattern.matcher(new String(source, StandardCharsets.UTF_8));
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        });
        return names;
    }
}
