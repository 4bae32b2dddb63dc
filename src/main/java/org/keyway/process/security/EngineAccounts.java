package org.keyway.process.security;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.keyway.subscriber.Accounts;
import org.springframework.stereotype.Component;

/** Applicants' accounts in the engine's identity tables; how good a password is has been decided before. */
@Component
class EngineAccounts implements Accounts {

    private static final String GROUP = "applicant";

    private final IdentityServiceImpl identity;

    EngineAccounts(IdentityService identity) {
        this.identity = (IdentityServiceImpl) identity;
    }

    @Override
    public boolean exists(String account) {
        return identity.createUserQuery().userId(account).count() > 0;
    }

    @Override
    public void open(String account, String personName, String password) {
        User user = identity.newUser(account);
        user.setLastName(personName);
        user.setPassword(password);
        identity.saveUser(user, true);
        identity.createMembership(account, GROUP);
    }

    @Override
    public void changePassword(String account, String password) {
        User user = identity.createUserQuery().userId(account).singleResult();
        user.setPassword(password);
        identity.saveUser(user, true);
    }
}
