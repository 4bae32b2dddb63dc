package org.keyway.process.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.KeywayApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class ProductionCheckTest {

    private final MockEnvironment complete = new MockEnvironment()
            .withProperty("keyway.secret", "0123456789abcdef0123456789abcdef")
            .withProperty("spring.datasource.url", "jdbc:postgresql://localhost/keyway")
            .withProperty("keyway.public-url", "https://ca.example.test")
            .withProperty("keyway.first-admin-password", "Long-enough-9")
            .withProperty("keyway.payment.wechat.enabled", "true")
            .withProperty("keyway.shipping.sf.enabled", "true")
            .withProperty("keyway.notification.sms.enabled", "true")
            .withProperty("keyway.notification.mail.enabled", "true")
            .withProperty("keyway.trading.http.enabled", "true");

    @Test
    void isContentWithACompleteConfiguration() {
        assertThat(ProductionCheck.missing(complete)).isEmpty();
    }

    @Test
    void namesEverythingThatTheDemoGetsAwayWith() {
        MockEnvironment demo = new MockEnvironment().withProperty("keyway.demo", "true");
        assertThat(ProductionCheck.missing(demo))
                .contains(
                        "keyway.demo=false",
                        "keyway.secret",
                        "spring.profiles.active=production,postgres",
                        "keyway.first-admin-password")
                .anyMatch(line -> line.contains("keyway.payment"))
                .hasSize(10);
    }

    @Test
    void namesTheDatabaseSettingsOfTheProfile() {
        complete.addActiveProfile("postgres");
        complete.setProperty("KEYWAY_DB_USER", "keyway");
        assertThat(ProductionCheck.missing(complete)).containsExactly("KEYWAY_DB_URL", "KEYWAY_DB_PASSWORD");
    }

    @Test
    void stopsTheStartBeforeAnythingIsOpenedAndSaysSoInChinese(@TempDir Path folder, CapturedOutput output) {
        SpringApplication start = new SpringApplication(KeywayApplication.class);
        assertThatThrownBy(() -> start.run(
                        "--spring.profiles.active=production,postgres", "--keyway.data-dir=" + folder.resolve("data")))
                .isInstanceOf(ProductionIncomplete.class);
        assertThat(output.getOut())
                .contains("正式环境还缺这些设置", "- KEYWAY_DB_URL", "- keyway.secret", "运维手册")
                .doesNotContain("\tat org.");
        assertThat(folder).isEmptyDirectory();
    }
}
