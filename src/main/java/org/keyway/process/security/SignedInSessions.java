package org.keyway.process.security;

import org.keyway.subscriber.PasswordChanged;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.session.AbstractSessionEvent;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.stereotype.Component;

/** Who is signed in with which session, so that a new password can end them all. */
@Component
class SignedInSessions extends HttpSessionEventPublisher implements ApplicationListener<AbstractSessionEvent> {

    private final SessionRegistryImpl registry = new SessionRegistryImpl();

    SessionRegistry registry() {
        return registry;
    }

    @Override
    public void onApplicationEvent(AbstractSessionEvent event) {
        registry.onApplicationEvent(event);
    }

    @EventListener
    void on(PasswordChanged change) {
        registry.getAllSessions(change.account(), false).forEach(SessionInformation::expireNow);
    }
}
