package org.keyway.process.security;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Stops a production start that still has demo accounts, sandbox partners, made-up secrets or H2, and says which setting
 * is missing.
 */
@Component
@Profile("production")
class ProductionCheck implements InitializingBean {

    private static final List<List<String>> ONE_OF_EACH = List.of(
            List.of("keyway.payment.alipay.enabled", "keyway.payment.wechat.enabled"),
            List.of("keyway.shipping.sf.enabled"),
            List.of("keyway.notification.sms.enabled"),
            List.of("keyway.notification.mail.enabled"),
            List.of("keyway.trading.http.enabled"));

    private final Environment environment;
    private final MessageSourceAccessor wording;

    ProductionCheck(Environment environment, MessageSource wording) {
        this.environment = environment;
        this.wording = new MessageSourceAccessor(wording);
    }

    @Override
    public void afterPropertiesSet() {
        List<String> missing = missing(environment);
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    wording.getMessage("production.missing", new Object[] {String.join(", ", missing)}));
        }
    }

    /** Settings that a production start still lacks, by name. */
    static List<String> missing(Environment environment) {
        List<String> missing = new ArrayList<>();
        if (environment.getProperty("keyway.demo", Boolean.class, false)) {
            missing.add("keyway.demo=false");
        }
        if (environment.getProperty("keyway.secret", "").length() < 32) {
            missing.add("keyway.secret");
        }
        if (environment.getProperty("spring.datasource.url", "jdbc:h2:").startsWith("jdbc:h2:")) {
            missing.add("spring.datasource.url");
        }
        if (environment.getProperty("keyway.public-url", "http:").startsWith("http:")) {
            missing.add("keyway.public-url (https)");
        }
        if (environment.getProperty("keyway.first-admin-password", "").length() < 10) {
            missing.add("keyway.first-admin-password");
        }
        for (List<String> partner : ONE_OF_EACH) {
            if (partner.stream().noneMatch(name -> environment.getProperty(name, Boolean.class, false))) {
                missing.add(String.join(" | ", partner));
            }
        }
        return missing;
    }
}
