package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.Test;
import org.keyway.acceptance.JaxRsRoutes.Route;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Anonymous and applicant on every route of the engine's REST API and of its web applications: all refused. */
class EngineRouteAttackIT extends RunningKeyway {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void strangersAndApplicantsReachNoRouteOfTheEngine() {
        JaxRsRoutes found = new JaxRsRoutes();
        CamundaRestResources.getResourceClasses().forEach(type -> found.root("/engine-rest", type));
        assertThat(found.routes()).hasSizeGreaterThan(400);
        allRefused(found.routes());
    }

    @Test
    void strangersAndApplicantsReachNoRouteOfTheWebApplications() {
        JaxRsRoutes found = new JaxRsRoutes();
        new EngineRestApplication().getClasses().forEach(type -> found.root("/camunda/api/engine", type));
        new AdminApplication().getClasses().forEach(type -> found.root("/camunda/api/admin", type));
        new CockpitApplication().getClasses().forEach(type -> found.root("/camunda/api/cockpit", type));
        new TasklistApplication().getClasses().forEach(type -> found.root("/camunda/api/tasklist", type));
        new WelcomeApplication().getClasses().forEach(type -> found.root("/camunda/api/welcome", type));
        assertThat(found.routes()).hasSizeGreaterThan(400).anyMatch(route -> route.path()
                .contains("/setup"));
        allRefused(found.routes());
    }

    @Test
    void nobodyUsesTheFirstRunSetup() {
        String path = "/camunda/api/admin/setup/default/user/create";
        Map<String, Object> intruder =
                Map.of("profile", Map.of("id", "mallory"), "credentials", Map.of("password", "Str0ng-Enough-2026!"));
        for (Person person : List.of(keyway.anonymous(), keyway.as("zhang"), keyway.as("li"), keyway.as("admin"))) {
            person.post(path, intruder).expect(401, 403, 404);
        }
        assertThat(jdbc.sql("select count(*) from act_id_user where id_ = 'mallory'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void applicantsReachNoWebApplication() {
        Set<String> apps = Set.of("tasklist", "cockpit", "admin", "welcome");
        for (String app : apps) {
            keyway.as("zhang").get("/camunda/app/" + app + "/default/").expect(401, 403, 404);
            keyway.anonymous().get("/camunda/app/" + app + "/default/").expect(302, 401, 403, 404);
        }
        keyway.as("zhang")
                .get("/camunda/api/cockpit/plugin/base/default/process-instance")
                .expect(401, 403, 404);
        keyway.as("li").get("/camunda/app/admin/default/").expect(401, 403, 404);
        keyway.as("li").get("/actuator/prometheus").expect(401, 403, 404);
        keyway.anonymous().get("/actuator/env").expect(302, 401, 403, 404);
    }

    private void allRefused(Set<Route> routes) {
        List<String> before = facts();
        List<String> open = new ArrayList<>();
        for (Person person : List.of(keyway.anonymous(), keyway.as("zhang"))) {
            for (Route route : routes) {
                Answer answer = call(person, route);
                if (answer.status() != 401 && answer.status() != 403 && answer.status() != 404) {
                    open.add(answer.toString());
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(facts()).isEqualTo(before);
    }

    private static Answer call(Person person, Route route) {
        String path = route.path()
                .replaceAll("\\{(name|engineName|processEngineName)}", "default")
                .replaceAll("\\{[^}]*}", "task");
        boolean body = Set.of("POST", "PUT", "PATCH").contains(route.method());
        return person.send(route.method(), path, body ? "{}" : null, Map.of());
    }

    private List<String> facts() {
        return Stream.of(
                        "act_id_user",
                        "act_id_group",
                        "act_id_membership",
                        "act_re_deployment",
                        "act_ru_filter",
                        "act_ru_authorization",
                        "act_ru_execution")
                .map(table -> table + " "
                        + jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                .collect(Collectors.toList());
    }
}
