package org.keyway.process.security;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes the account {@code admin} at the first start outside the demo, with the password of the setting
 * {@code keyway.first-admin-password}; the group of administrators is never left empty (CVE-2026-77226).
 */
@Component
@Order(4)
class FirstAdministrator implements ApplicationRunner {

    private static final String ACCOUNT = "admin";

    private final IdentityService identity;
    private final String password;

    FirstAdministrator(IdentityService identity, @Value("${keyway.first-admin-password:}") String password) {
        this.identity = identity;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean hasAdministrator =
                identity.createUserQuery().memberOfGroup("camunda-admin").count() > 0;
        if (hasAdministrator || password.isEmpty()) {
            return;
        }
        User user = identity.newUser(ACCOUNT);
        user.setPassword(password);
        identity.saveUser(user);
        identity.createMembership(ACCOUNT, "admin");
        identity.createMembership(ACCOUNT, "camunda-admin");
    }
}
