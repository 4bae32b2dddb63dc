package org.keyway.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.shared.KeywayProperties;

class MessageTemplatesTest {

    private static final Path FOLDER = Path.of("templates/message");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyMessageOfTheProcessIsThere() throws IOException {
        assertThat(names())
                .contains(
                        "order_received",
                        "review_returned",
                        "review_passed_pay",
                        "paid",
                        "auth_code",
                        "initial_pin",
                        "shipped",
                        "pickup_ready",
                        "delivery_problem",
                        "self_write_ready",
                        "bind_ready",
                        "bound",
                        "completed",
                        "rejected",
                        "refunded",
                        "payment_closed",
                        "cancelled",
                        "expired",
                        "change_completed",
                        "registry_changed",
                        "name_approval_needed",
                        "name_approval_refused",
                        "replacement_completed",
                        "redirect_change",
                        "key_found",
                        "exception_assist",
                        "bid_wait",
                        "bid_choice");
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsFillsAndSpeaksChinese(String name) {
        MessageTemplate template = templates(Path.of(".")).find(name);
        Map<String, String> values =
                MessageTemplate.KNOWN.stream().collect(Collectors.toMap(each -> each, each -> "值"));
        String text = template.fill(template.body(), values);
        assertThat(text).startsWith("【锁业通】").doesNotContain("${", "$");
        assertThat(text.codePoints().filter(Character::isIdeographic).count()).isGreaterThan(text.length() / 3);
        if (template.channel() == Channel.SMS) {
            assertThat(text).hasSizeLessThan(200).doesNotContain("\n");
        }
    }

    @Test
    void codeAndPinGoDifferentWaysToDifferentPeople() {
        MessageTemplate code = templates(Path.of(".")).find("auth_code");
        MessageTemplate pin = templates(Path.of(".")).find("initial_pin");
        assertThat(code.addressKey()).isEqualTo("handler.mobile");
        assertThat(pin.addressKey()).isEqualTo("legal.email");
        assertThat(code.body()).contains("制证授权码：${secret}");
        assertThat(pin.body()).contains("初始PIN：${secret}");
        String text =
                code.fill(code.body(), Map.of("orderNo", "XB20261121000017", "whichKey", "", "secret", "01234567"));
        assertThat(text.split("(?<![0-9])[0-9]{8}(?![0-9])", -1)).hasSize(2);
    }

    @Test
    void theWorkspaceWins(@TempDir Path workspace) throws IOException {
        Path file = workspace.resolve("templates/message/paid.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "channel: SMS\nto: handler\n\n【锁业通】另一种说法 ${orderNo}\n");
        assertThat(templates(workspace).find("paid").body()).contains("另一种说法");
        assertThat(templates(workspace).find("shipped").body()).contains("${waybillNo}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel: SMS\nto: handler\n\n${unknown}",
                "channel: FAX\nto: handler\n\ntext",
                "channel: SMS\nto: mayor\n\ntext",
                "channel: MAIL\nto: legal\n\ntext",
                "channel: MAIL\nto: legal\nsubject: ${secret}\n\ntext",
                "channel: SMS\nto: handler\ncolour: red\n\ntext",
                "channel SMS\nto: handler\n\ntext",
                "channel: SMS\nto: handler"
            })
    void aFaultyTemplateIsNamed(String text) {
        assertThatThrownBy(() -> MessageTemplate.parse("probe", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("templates/message/probe.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "paid.txt", "PAID", "", "a/b"})
    void aNameIsNoPath(String name) {
        assertThatThrownBy(() -> templates(Path.of(".")).find(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void valuesAreNeverTemplates() {
        MessageTemplate template = MessageTemplate.parse("probe", "channel: SMS\nto: handler\n\n${reason}");
        assertThat(template.fill(template.body(), Map.of("reason", "${secret} $1 \\")))
                .isEqualTo("${secret} $1 \\");
        assertThatThrownBy(() -> template.fill(template.body(), Map.of())).hasMessageContaining("reason");
    }

    private static MessageTemplates templates(Path workspace) {
        return new MessageTemplates(new KeywayProperties(workspace, Path.of("data"), true, "http://localhost", ""));
    }
}
