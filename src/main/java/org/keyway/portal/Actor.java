package org.keyway.portal;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who asks: the account and the groups behind its authorities {@code ROLE_<group>}. */
public record Actor(String account, Set<String> groups) {

    private static final Set<String> STAFF = Set.of(
            "customer-service",
            "supervisor",
            "finance",
            "key-operator",
            "support",
            "trade-center",
            "analyst",
            "auditor",
            "admin");

    /** The person of a request; somebody without account or groups when nobody is signed in. */
    public static Actor of(Authentication person) {
        if (person == null || !person.isAuthenticated()) {
            return new Actor("", Set.of());
        }
        Set<String> groups = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(name -> name.startsWith("ROLE_"))
                .map(name -> name.substring("ROLE_".length()))
                .collect(Collectors.toUnmodifiableSet());
        return groups.contains("ANONYMOUS") ? new Actor("", Set.of()) : new Actor(person.getName(), groups);
    }

    public boolean isSignedIn() {
        return !account.isEmpty();
    }

    /** Whether the person works here. */
    public boolean isStaff() {
        return groups.stream().anyMatch(STAFF::contains);
    }
}
