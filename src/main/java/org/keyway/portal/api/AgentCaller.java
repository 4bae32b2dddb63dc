package org.keyway.portal.api;

import org.keyway.shared.Problem;
import org.springframework.http.HttpHeaders;

/** A key agent that asks. Answers may hold what no page should see, so browsers, which name themselves, are refused. */
final class AgentCaller {

    private static final String BEARER = "Bearer ";

    private AgentCaller() {}

    /** The code or pass that the agent shows as a bearer token. */
    static String pass(HttpHeaders asked) {
        if (asked.containsKey(HttpHeaders.ORIGIN) || asked.containsKey("Sec-Fetch-Site")) {
            throw Problem.forbidden("ukey.agent.only");
        }
        String shown = asked.getFirst(HttpHeaders.AUTHORIZATION);
        if (shown == null || !shown.startsWith(BEARER)) {
            throw Problem.invalid("authorizationCode", "ukey.code.missing");
        }
        return shown.substring(BEARER.length());
    }
}
