package org.keyway.process.security;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Stops a production start that still has demo accounts, sandbox partners, made-up secrets or H2, and says which setting
 * is missing: before anything is opened or written.
 */
public final class ProductionCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<List<String>> ONE_OF_EACH = List.of(
            List.of("keyway.payment.alipay.enabled", "keyway.payment.wechat.enabled"),
            List.of("keyway.shipping.sf.enabled"),
            List.of("keyway.notification.sms.enabled"),
            List.of("keyway.notification.mail.enabled"),
            List.of("keyway.trading.http.enabled"));

    private static final List<String> DATABASE = List.of("KEYWAY_DB_URL", "KEYWAY_DB_USER", "KEYWAY_DB_PASSWORD");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            List<String> missing = missing(environment);
            if (!missing.isEmpty()) {
                throw new ProductionIncomplete(missing);
            }
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
        if (environment.acceptsProfiles(Profiles.of("postgres"))) {
            DATABASE.stream()
                    .filter(name -> !environment.containsProperty(name))
                    .forEach(missing::add);
        } else if (environment.getProperty("spring.datasource.url", "jdbc:h2:").startsWith("jdbc:h2:")) {
            missing.add("spring.profiles.active=production,postgres");
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
