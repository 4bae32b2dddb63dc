package org.keyway.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.notification.sandbox.SandboxMode;
import org.keyway.notification.sandbox.SandboxPhones;
import org.keyway.payment.PartnerBench;
import org.keyway.shared.NoticeAnswer;

class NotificationsTest {

    private static final String ORDER = "XB20261121000017";
    private static final String MOBILE = "13800000001";

    @TempDir
    static Path data;

    private PartnerBench bench;
    private Notifications notifications;
    private SandboxPhones phones;

    @BeforeEach
    void open() throws Exception {
        bench = new PartnerBench(data, (path, headers, body) -> NoticeAnswer.text(404, ""), "org.keyway.notification");
        notifications = bench.bean(Notifications.class);
        phones = bench.bean(SandboxPhones.class);
    }

    @AfterEach
    void shut() {
        bench.close();
    }

    @Test
    void theSameOccasionIsSaidOnceAnotherOneAgain() {
        notifications.send(paid("r1"));
        notifications.send(paid("r1"));
        assertThat(phones.list(MOBILE, ORDER)).singleElement().satisfies(message -> {
            assertThat(message.channel()).isEqualTo("SMS");
            assertThat(message.text()).contains("300.00", ORDER);
        });
        notifications.send(paid("r2"));
        assertThat(phones.list(null, ORDER)).hasSize(2);
        assertThat(phones.list("13900000000", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMEOUT", "ERROR", "GARBAGE"})
    void whileThePartnerIsDownTheCallerRetriesAndNothingDoubles(String bad) {
        SandboxMode mode = bench.bean(SandboxMode.class);
        mode.setMode("sms", bad);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> notifications.send(paid("r1"))).isInstanceOf(SenderFailure.class);
        }
        mode.setMode("sms", "UP");
        notifications.send(paid("r1"));
        notifications.send(paid("r1"));
        assertThat(phones.list(MOBILE, ORDER)).hasSize(1);
        assertThat(bench.count("select attempts from message")).isEqualTo(4);
    }

    @Test
    void twentyAtOnceAreOneMessage() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(20);
        for (int i = 0; i < 20; i++) {
            pool.submit(() -> notifications.send(paid("r1")));
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(phones.list(MOBILE, ORDER)).hasSize(1);
        assertThat(bench.count("select count(*) from message where status = 'SENT'"))
                .isEqualTo(1);
    }

    @Test
    void theSecretReachesThePhoneAndNoRowOfOurs() {
        notifications.send(request("auth_code", "k1", Map.of("whichKey", "", "secret", "99999999"), () -> "01234567"));
        assertThat(phones.list(MOBILE, ORDER).get(0).text())
                .contains("01234567")
                .doesNotContain("99999999");
        assertThat(notifications.of(ORDER)).singleElement().satisfies(view -> {
            assertThat(view.text()).contains("********").doesNotContain("01234567");
            assertThat(view.to()).isEqualTo("138****0001");
        });
    }

    @Test
    void aWrongRequestSaysWhatIsMissing() {
        assertThatThrownBy(() -> notifications.send(request("auth_code", "k1", Map.of("whichKey", ""), null)))
                .hasMessageContaining("secret");
        assertThatThrownBy(() -> notifications.send(request("initial_pin", "k1", Map.of(), () -> "1")))
                .hasMessageContaining("legal.email");
        assertThatThrownBy(() -> notifications.send(request("paid", "r1", Map.of(), null)))
                .hasMessageContaining("amount");
        assertThat(phones.list(null, null)).isEmpty();
    }

    private static MessageRequest paid(String occasion) {
        return request("paid", occasion, Map.of("amount", "300.00"), null);
    }

    private static MessageRequest request(
            String template, String occasion, Map<String, String> values, Supplier<String> secret) {
        return new MessageRequest(ORDER, template, occasion, Map.of("handler.mobile", MOBILE), values, secret);
    }
}
