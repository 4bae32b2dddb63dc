package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;

/**
 * docs/business/messages.md shows what is sent on which path, made from the diagrams and templates. It is written anew by
 * {@code mvn test-compile surefire:test -Dtest=MessagePreviewTest -Dkeyway.docs=write}.
 */
class MessagePreviewTest {

    private static final Path PAGE = Path.of("docs/business/messages.md");
    private static final Path TEMPLATES = Path.of("templates/message");
    private static final Map<String, String> ROLES =
            Map.of("handler", "经办人", "legal", "法定代表人", "consignee", "收货人", "applicant", "账号联系人", "supervisor", "主管");
    private static final Map<String, String> TIMINGS = new LinkedHashMap<>();
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("orderNo", "XB20261121000017"),
            Map.entry("url", "https://ca.example.test/orders/XB20261121000017"),
            Map.entry("notAfter", "2027-11-21"),
            Map.entry("windowFrom", "2027-08-23"),
            Map.entry("daysLeft", "30"),
            Map.entry("renewUrl", "https://ca.example.test/apply/renewal?key=KW00000000017"),
            Map.entry("calendarUrl", "https://ca.example.test/keys/KW00000000017/expiry.ics"),
            Map.entry("city", "嵊州"),
            Map.entry("step", "客服审核"),
            Map.entry("organizationName", "测试建设有限公司"),
            Map.entry("amount", "300.00"),
            Map.entry("deadline", "2026-11-28 09:30"),
            Map.entry("defects", "营业执照：看不清，请重新扫描上传"),
            Map.entry("reason", "原因由工作人员填写"),
            Map.entry("carrier", "顺丰速运"),
            Map.entry("waybillNo", "SF0000000000017"),
            Map.entry("pickupPlace", "嵊州办理窗口"),
            Map.entry("keySerial", "KW00000000017"),
            Map.entry("bidOpeningAt", "2026-12-01 09:30"),
            Map.entry("slot", "2026-12-01 14:00"),
            Map.entry("secret", "（一次性，只在发送时出现）"));

    static {
        TIMINGS.put("BEFORE_REVIEW", "先缴费后审核的城市");
        TIMINGS.put("AFTER_REVIEW", "先审核后缴费的城市");
    }

    private final Properties wording = new Properties();
    private final Map<String, BpmnModelInstance> models = new LinkedHashMap<>();
    private final Set<String> shown = new TreeSet<>();
    private String line = "新办";

    @Test
    void pageSaysWhatDiagramsAndTemplatesSay() throws IOException {
        String page = page();
        if ("write".equals(System.getProperty("keyway.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("%s is out of date; see the Javadoc of this test", PAGE)
                .isEqualTo(page);
        assertThat(shown).contains("order_received", "key_given_up", "completed");
    }

    private String page() throws IOException {
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages/process.properties"))) {
            wording.load(reader);
        }
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .forEach(file -> models.put(
                            file.getFileName().toString().replace(".bpmn", ""), Bpmn.readModelFromFile(file.toFile())));
        }
        StringBuilder page = new StringBuilder("""
                # 消息预览

                申请人（超时的还有主管）在每条路上会收到什么，由流程图和 `templates/message/` 生成，数值为示例。请不要手改本页；改措辞请改模板，改时机请改流程图。
                """);
        Set<String> called = called();
        models.keySet().stream()
                .sorted(Comparator.comparing((String id) -> called.contains(id)).thenComparing(id -> id))
                .forEach(id -> section(page, id));
        rest(page);
        return page.toString();
    }

    private Set<String> called() {
        return models.values().stream()
                .flatMap(model -> model.getModelElementsByType(CallActivity.class).stream())
                .map(CallActivity::getCalledElement)
                .collect(Collectors.toSet());
    }

    private void section(StringBuilder page, String id) {
        Process process =
                models.get(id).getModelElementsByType(Process.class).iterator().next();
        List<String> rows = new ArrayList<>();
        line = called().contains(id) ? "新办" : process.getName().replace("证书", "");
        for (FlowNode node : inOrder(models.get(id))) {
            template(node).ifPresent(name -> rows.add(row(node, name)));
            if (node instanceof CallActivity call && models.containsKey(call.getCalledElement())) {
                rows.add("| " + call.getName() + " | | 见下文 `" + call.getCalledElement() + "` |");
            }
        }
        if (rows.stream().anyMatch(row -> !row.contains("| | 见下文")) || rows.size() > 3) {
            page.append("\n## ")
                    .append(process.getName())
                    .append(" `")
                    .append(id)
                    .append("`\n\n");
            page.append("| 走到 | 发给 | 内容 |\n|---|---|---|\n")
                    .append(String.join("\n", rows))
                    .append('\n');
        }
    }

    /** The nodes in the order in which an order meets them; what leaves the straight line comes behind it. */
    private static List<FlowNode> inOrder(BpmnModelInstance model) {
        Set<FlowNode> met = new LinkedHashSet<>();
        model.getModelElementsByType(StartEvent.class).forEach(start -> follow(start, met));
        model.getModelElementsByType(BoundaryEvent.class).forEach(event -> follow(event, met));
        model.getModelElementsByType(FlowNode.class).forEach(node -> follow(node, met));
        return List.copyOf(met);
    }

    private static void follow(FlowNode node, Set<FlowNode> met) {
        if (!met.add(node)) {
            return;
        }
        if (node instanceof SubProcess inner) {
            inner.getChildElementsByType(StartEvent.class).forEach(start -> follow(start, met));
        }
        for (SequenceFlow flow : node.getOutgoing()) {
            follow(flow.getTarget(), met);
        }
    }

    private static java.util.Optional<String> template(FlowNode node) {
        if (node.getExtensionElements() == null) {
            return java.util.Optional.empty();
        }
        return node.getExtensionElements().getElements().stream()
                .flatMap(element -> element.getDomElement().getChildElements().stream())
                .filter(element -> element.getLocalName().equals("inputParameter")
                        && "template".equals(element.getAttribute("name")))
                .map(element -> element.getTextContent().strip())
                .findFirst();
    }

    private String row(FlowNode node, String name) {
        shown.add(name);
        Text text = Text.read(name);
        return "| " + node.getName() + " | " + text.to() + " | " + preview(text.body()) + " |";
    }

    /** A template as it lies in its file. */
    private record Text(String to, String body) {
        static Text read(String name) {
            try {
                String[] parts =
                        Files.readString(TEMPLATES.resolve(name + ".txt")).split("\\R\\R", 2);
                Map<String, String> head = parts[0].lines()
                        .map(line -> line.split(":\\s*", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
                String role = ROLES.getOrDefault(head.get("to"), head.get("to"));
                return new Text(role + "，" + (head.get("channel").equals("SMS") ? "短信" : "邮件"), parts[1].strip());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private String preview(String body) {
        Map<String, String> texts = new LinkedHashMap<>();
        TIMINGS.forEach((timing, title) -> texts.put(title, filled(body, timing)));
        if (Set.copyOf(texts.values()).size() == 1) {
            return texts.values().iterator().next();
        }
        return texts.entrySet().stream()
                .map(text -> "**" + text.getKey() + "**：" + text.getValue())
                .collect(Collectors.joining("<br>"));
    }

    private String filled(String body, String timing) {
        Map<String, String> values = new LinkedHashMap<>(VALUES);
        values.put("line", line);
        values.put("payLead", wording.getProperty("path.pay-lead." + timing, ""));
        values.put("payNext", wording.getProperty("path.pay-next." + timing, ""));
        values.put("receivedNext", wording.getProperty("path.received." + timing, ""));
        values.put("refundNote", "（已缴费的）" + wording.getProperty("path.refund.due"));
        values.put("whichKey", "（多把锁时）" + said("path.key", "2", "KW00000000018"));
        values.put("keyRefund", said("path.key.refunded", "2", "300.00"));
        String text = body;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        assertThat(text).as("every placeholder has a sample value").doesNotContain("${");
        return text.replaceAll("\\s*\\R\\s*", "<br>").replace("|", "\\|");
    }

    private String said(String key, String... values) {
        return java.text.MessageFormat.format(wording.getProperty(key), (Object[]) values);
    }

    private void rest(StringBuilder page) throws IOException {
        page.append("\n## 不由流程图发出\n\n| 模板 | 发给 | 内容 |\n|---|---|---|\n");
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .filter(name -> !shown.contains(name))
                    .sorted()
                    .forEach(name ->
                            page.append("| `" + name + "` | " + Text.read(name).to() + " | "
                                    + preview(Text.read(name).body()) + " |\n"));
        }
    }
}
