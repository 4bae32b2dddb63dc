package org.keyway.process.security;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.keyway.subscriber.SignInGuard;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks name and password against the engine's identity tables and counts failures; every group becomes an authority
 * {@code ROLE_<group>}. The engine's own brake is passed by: anybody could lock anybody out with it for good.
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private final IdentityService identity;
    private final CommandExecutor commands;
    private final PasswordManager passwords;
    private final SignInGuard guard;

    EngineLogin(IdentityService identity, ProcessEngineConfigurationImpl engine, SignInGuard guard) {
        this.identity = identity;
        this.commands = engine.getCommandExecutorTxRequired();
        this.passwords = engine.getPasswordManager();
        this.guard = guard;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String account = attempt.getName().strip();
        String password = String.valueOf(attempt.getCredentials());
        SignInGuard.Outcome outcome = guard.attempt(account, address(attempt), () -> isRight(account, password));
        if (outcome == SignInGuard.Outcome.LOCKED) {
            throw new LockedException("login locked");
        }
        if (outcome == SignInGuard.Outcome.REFUSED) {
            throw new BadCredentialsException("login refused");
        }
        List<SimpleGrantedAuthority> authorities = groups(account)
                .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(account, null, authorities);
    }

    private boolean isRight(String account, String password) {
        UserEntity user = account.isEmpty()
                ? null
                : commands.execute(context ->
                        (UserEntity) context.getReadOnlyIdentityProvider().findUserById(account));
        if (user == null || user.getPassword() == null) {
            return false;
        }
        return passwords.check(EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword());
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    private Stream<String> groups(String account) {
        return identity.createGroupQuery().groupMember(account).list().stream().map(Group::getId);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
