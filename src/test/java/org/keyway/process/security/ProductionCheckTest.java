package org.keyway.process.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

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
                .contains("keyway.demo=false", "keyway.secret", "spring.datasource.url", "keyway.first-admin-password")
                .anyMatch(line -> line.contains("keyway.payment"))
                .hasSize(10);
    }
}
