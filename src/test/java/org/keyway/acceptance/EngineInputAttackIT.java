package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff, and people in their name, who try more with the engine than their step is for: refused, and nothing changes. */
class EngineInputAttackIT extends RunningKeyway {

    private static final String NOW = "${now()}";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient jdbc;

    private Case order;
    private String task;
    private String instance;
    private String before;

    @BeforeEach
    void anOrderUnderReview() {
        order = Case.submitted(keyway, "zhang", "330683", Map.of()).becomes("PENDING_REVIEW");
        task = order.staffTask("li", "Task_ReviewApplication");
        keyway.as("li")
                .post("/engine-rest/task/" + task + "/claim", Map.of("userId", "li"))
                .expect(204);
        instance = keyway.as("admin")
                .get("/engine-rest/task/" + task)
                .expect(200)
                .json()
                .get("processInstanceId")
                .asText();
        before = state();
    }

    @AfterEach
    void withdrawn() {
        order.applicant().delete(order.path(""));
    }

    private String state() {
        String variables = keyway.as("admin")
                .get("/engine-rest/process-instance/" + instance + "/variables")
                .text();
        JsonNode read = order.read();
        return read.get("status") + " " + read.get("fields") + " " + read.get("payment") + " " + read.get("history")
                + variables;
    }

    private void nothingHappened() {
        assertThat(state()).isEqualTo(before);
    }

    static Stream<Map<String, Object>> queries() {
        return Stream.of(
                        "dueAfterExpression",
                        "followUpBeforeExpression",
                        "createdAfterExpression",
                        "assigneeExpression",
                        "candidateGroupsExpression",
                        "processInstanceBusinessKeyExpression",
                        "assigneeLikeExpression",
                        "candidateUserExpression")
                .flatMap(name -> Stream.of(Map.of(name, NOW), Map.of("orQueries", List.of(Map.of(name, NOW)))));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void expressionsInQueriesAreRefused(Map<String, Object> query) {
        String filter = keyway.as("admin")
                .get("/engine-rest/filter")
                .expect(200)
                .json()
                .get(0)
                .get("id")
                .asText();
        List<String> roots = List.of("/engine-rest", "/camunda/api/engine/engine/default");
        for (String account : List.of("li", "admin")) {
            for (String root : roots) {
                Person person = keyway.as(account);
                person.post(root + "/task", query).expect(400, 403);
                person.post(root + "/task/count", query).expect(400, 403);
                person.post(root + "/filter/" + filter + "/list", query).expect(400, 403);
                person.post(root + "/filter/" + filter + "/count", query).expect(400, 403);
                person.post(root + "/filter/" + filter + "/singleResult", query).expect(400, 403);
                Map<String, Object> stored =
                        Map.of("resourceType", "Task", "name", "probe", "query", query, "properties", Map.of());
                person.post(root + "/filter/create", stored).expect(400, 403);
                person.send("PUT", root + "/filter/" + filter, stored, Map.of()).expect(400, 403);
            }
        }
        assertThat(jdbc.sql("select count(*) from act_ru_filter where name_ = 'probe'")
                        .query(Long.class)
                        .single())
                .isZero();
        nothingHappened();
    }

    @Test
    void honestQueriesStillWork() {
        Map<String, Object> either =
                Map.of("orQueries", List.of(Map.of("taskDefinitionKey", "Task_ReviewApplication", "assignee", "li")));
        keyway.as("li").post("/engine-rest/task", either).expect(200);
        JsonNode filters =
                keyway.as("li").get("/engine-rest/filter").expect(200).json();
        assertThat(filters).isNotEmpty();
        for (JsonNode filter : filters) {
            keyway.as("li")
                    .post("/engine-rest/filter/" + filter.get("id").asText() + "/count", Map.of())
                    .expect(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''['class']}",
                "${\"\".class.classLoader}",
                "${execution.processEngineServices.identityService}",
                "${execution.getProcessEngine().getIdentityService()}",
                "${execution.engineServices}",
                "${execution.setVariable('feeCents', 0)}",
                "${dataSource.connection}",
                "${secrets.derive('a','b')}",
                "${camundaTaskService.createTaskQuery().list()}",
                "${keywayClock.class}",
                "${dateTime().getClass()}",
                "${policy.getClass().getClassLoader()}"
            })
    void expressionsReachNoClasses(String text) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        ExecutionEntity execution = new ExecutionEntity();
        assertThatThrownBy(() -> configuration.getCommandExecutorTxRequired().execute(context -> {
                    Object value = configuration
                            .getExpressionManager()
                            .createExpression(text)
                            .getValue(execution);
                    assertThat(value).as("the expression gave a value").isNull();
                    throw new IllegalStateException("gave nothing");
                }))
                .as(text)
                .isNotInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feeCents",
                "applicant",
                "region",
                "payTiming",
                "writeMode",
                "batchMode",
                "orderNo",
                "line",
                "round",
                "approved"
            })
    void foreignVariablesAreRefused(String name) {
        Person li = keyway.as("li");
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("decision", Map.of("value", "APPROVE", "type", "String"));
        variables.put(name, Map.of("value", "0", "type", "String"));
        for (String root : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
            refused(li.post(root + "/task/" + task + "/complete", Map.of("variables", variables)));
            refused(li.post(root + "/task/" + task + "/submit-form", Map.of("variables", variables)));
            refused(li.post(
                    root + "/task/" + task + "/resolve", Map.of("variables", Map.of(name, variables.get(name)))));
            refused(li.send("PUT", root + "/task/" + task + "/variables/" + name, variables.get(name), Map.of()));
            refused(li.send("PUT", root + "/task/" + task + "/localVariables/" + name, variables.get(name), Map.of()));
            refused(li.post(
                    root + "/task/" + task + "/variables", Map.of("modifications", Map.of(name, variables.get(name)))));
            refused(li.send(
                    "PUT",
                    root + "/process-instance/" + instance + "/variables/" + name,
                    variables.get(name),
                    Map.of()));
            refused(li.delete(root + "/task/" + task + "/variables/" + name));
        }
        nothingHappened();
    }

    @Test
    void shortcutsPastTheDiagramAreRefused() {
        for (String root : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
            for (String account : List.of("li", "feng", "wang", "zheng")) {
                Person staff = keyway.as(account);
                refused(staff.post(root + "/task/" + task + "/bpmnError", Map.of("errorCode", "REVIEW_REJECTED")));
                refused(staff.post(root + "/task/" + task + "/bpmnEscalation", Map.of("escalationCode", "X")));
                Map<String, Object> jump = Map.of(
                        "instructions",
                        List.of(Map.of("type", "startBeforeActivity", "activityId", "EndEvent_Approved")));
                refused(staff.post(root + "/process-instance/" + instance + "/modification", jump));
                refused(staff.delete(root + "/process-instance/" + instance));
                refused(staff.send(
                        "PUT",
                        root + "/process-instance/" + instance + "/suspended",
                        Map.of("suspended", true),
                        Map.of()));
                refused(staff.post(
                        root + "/message",
                        Map.of("messageName", "Message_OrderCancelled", "businessKey", order.orderNo())));
                staff.post(
                        root + "/message",
                        Map.of("messageName", "Message_OrderCancelled", "businessKey", order.orderNo(), "all", true));
                refused(staff.post(
                        root + "/message",
                        Map.of("messageName", "Message_PaymentReceived", "businessKey", order.orderNo())));
                refused(staff.post(
                        root + "/process-definition/key/new-issuance/start",
                        Map.of("businessKey", "XB20261121999999")));
                refused(staff.post(
                        root + "/process-definition/key/refund/start", Map.of("businessKey", order.orderNo())));
                Map<String, Object> inTheMiddle = Map.of(
                        "businessKey",
                        order.orderNo(),
                        "variables",
                        Map.of("orderNo", Map.of("value", order.orderNo(), "type", "String")),
                        "startInstructions",
                        List.of(Map.of("type", "startBeforeActivity", "activityId", "EndEvent_Completed")));
                refused(staff.post(root + "/process-definition/key/new-issuance/start", inTheMiddle));
                refused(staff.post(
                        root + "/process-definition/key/new-issuance/submit-form",
                        Map.of("variables", Map.of("orderNo", Map.of("value", order.orderNo(), "type", "String")))));
                refused(staff.post(
                        root + "/process-definition/key/new-issuance/submit-form",
                        Map.of("variables", Map.of("feeCents", Map.of("value", "0", "type", "String")))));
                refused(staff.post(root + "/task/create", Map.of("id", "probe", "name", "probe")));
                refused(staff.post(
                        root + "/user/create",
                        Map.of(
                                "profile",
                                Map.of("id", "mallory"),
                                "credentials",
                                Map.of("password", "Str0ng-Enough-2026!"))));
                refused(staff.send("PUT", root + "/group/admin/members/" + account, null, Map.of()));
                refused(staff.post(
                        root + "/authorization/create",
                        Map.of(
                                "type",
                                1,
                                "permissions",
                                List.of("ALL"),
                                "userId",
                                account,
                                "groupId",
                                "",
                                "resourceType",
                                0,
                                "resourceId",
                                "*")));
            }
        }
        assertThat(jdbc.sql("select count(*) from act_id_user where id_ = 'mallory'")
                        .query(Long.class)
                        .single())
                .isZero();
        nothingHappened();
    }

    @Test
    void aStepBelongsToItsGroup() {
        for (String account : List.of("wu", "feng", "wang", "chen", "chu", "analyst", "auditor")) {
            refused(Case.complete(keyway.as(account), task, Map.of("decision", "APPROVE")));
        }
        refused(Case.complete(keyway.as("li"), task, Map.of("decision", "PAY_ME")));
        refused(Case.complete(keyway.as("li"), task, Map.of("decision", "REJECT")));
        refused(Case.complete(keyway.as("li"), task, Map.of("decision", "RETURN")));
        refused(Case.complete(
                keyway.as("li"),
                task,
                Map.of("decision", "RETURN", "defects", "[{\"item\":\"feeCents\",\"code\":\"X\"}]")));
        refused(Case.complete(keyway.as("li"), task, Map.of("decision", "RETURN", "defects", "{{{")));
        nothingHappened();
    }

    @Test
    void theApplicantsStepIsNotForStaff() {
        Case paying =
                Case.submitted(keyway, "zhao", "330683", Map.of()).isApproved().becomes("AWAITING_PAYMENT");
        String pay = paying.ownTask("Task_Pay").get("id").asText();
        for (String account : List.of("wang", "li", "feng")) {
            Person staff = keyway.as(account);
            refused(Case.complete(staff, pay, Map.of()));
            refused(staff.post("/engine-rest/task/" + pay + "/submit-form", Map.of("variables", Map.of())));
            refused(staff.post("/engine-rest/task/" + pay + "/claim", Map.of("userId", account)));
            refused(staff.post("/engine-rest/task/" + pay + "/unclaim", Map.of()));
            refused(staff.post("/engine-rest/task/" + pay + "/assignee", Map.of("userId", account)));
            refused(staff.post("/engine-rest/task/" + pay + "/delegate", Map.of("userId", account)));
            refused(staff.post("/api/tasks/" + pay + "/completion", Map.of("fields", Map.of())));
        }
        paying.tries("Task_Pay", Map.of()).expect(409);
        paying.becomes("AWAITING_PAYMENT").ownTask("Task_Pay");
        paying.applicant().delete(paying.path("")).expect(204);
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
    }
}
