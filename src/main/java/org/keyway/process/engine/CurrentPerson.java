package org.keyway.process.engine;

import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Who calls the engine: a signed-in person at REST or in the web applications, or nobody (our own code and jobs). */
final class CurrentPerson {

    private CurrentPerson() {}

    static boolean isPresent() {
        return name().isPresent();
    }

    /** Account of the person whose request runs now. */
    static Optional<String> name() {
        return authentication().map(Authentication::getUserId);
    }

    static boolean isIn(String group) {
        return authentication()
                .map(Authentication::getGroupIds)
                .map(groups -> groups.contains(group))
                .orElse(false);
    }

    private static Optional<Authentication> authentication() {
        return Optional.ofNullable(Context.getProcessEngineConfiguration())
                .map(engine -> engine.getIdentityService().getCurrentAuthentication());
    }
}
