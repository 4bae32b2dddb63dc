package org.keyway.process.security;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.keyway.shared.KeywayProperties;
import org.keyway.subscriber.Subscriber;
import org.keyway.subscriber.Subscribers;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Makes the demo accounts of {@code demo-accounts.yaml} at first start of a demo; nothing elsewhere. */
@Component
@Order(3)
class DemoAccounts implements ApplicationRunner {

    /** One demo account; {@code subscriber} is null for staff, {@code email} for whom nobody writes to. */
    record DemoAccount(
            String account,
            String firstName,
            String lastName,
            String email,
            List<String> groups,
            Subscriber subscriber) {}

    private static final String PASSWORD = "keyway";

    private final KeywayProperties properties;
    private final IdentityService identity;
    private final Subscribers subscribers;

    DemoAccounts(KeywayProperties properties, IdentityService identity, Subscribers subscribers) {
        this.properties = properties;
        this.identity = identity;
        this.subscribers = subscribers;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.demo()) {
            read().stream()
                    .filter(demo ->
                            identity.createUserQuery().userId(demo.account()).count() == 0)
                    .forEach(this::add);
        }
    }

    private void add(DemoAccount demo) {
        User user = identity.newUser(demo.account());
        user.setFirstName(demo.firstName());
        user.setLastName(demo.lastName());
        user.setEmail(demo.email());
        user.setPassword(PASSWORD);
        ((IdentityServiceImpl) identity).saveUser(user, true);
        demo.groups().forEach(group -> identity.createMembership(demo.account(), group));
        if (demo.subscriber() != null) {
            subscribers.register(demo.subscriber());
        }
    }

    private static List<DemoAccount> read() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("demo-accounts.yaml"));
        Map<Object, Object> values = Map.copyOf(yaml.getObject());
        return new Binder(new MapConfigurationPropertySource(values))
                .bind("accounts", Bindable.listOf(DemoAccount.class))
                .get();
    }
}
