package org.keyway.process.security;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.keyway.order.BusinessLine;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Groups and what each may do, given once at start: work on the steps of the process definitions it serves. Visibility
 * is per definition, not per task, so that lists stay quick; who may complete which step is checked at the step.
 */
@Component
@Order(2)
class Grants implements ApplicationRunner {

    private static final Map<String, List<String>> WORK = Map.of(
            "customer-service", List.of("review", "bid-guard", "special-service"),
            "supervisor", List.of("review", "delivery", "name-approval", "special-service"),
            "finance", List.of("payment", "refund", "key-refund", "invoice", "special-service"),
            "key-operator", List.of("key-reservation", "key-writing", "delivery", "special-service"),
            "support", List.of("key-writing", "binding", "delivery", "special-service"),
            "trade-center", List.of("binding", "special-service"));
    private static final List<String> OTHERS = List.of("applicant", "analyst", "auditor", "admin", "camunda-admin");

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final MessageSourceAccessor wording;

    Grants(IdentityService identity, AuthorizationService authorizations, MessageSource wording) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.wording = new MessageSourceAccessor(wording);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        WORK.keySet().forEach(this::group);
        OTHERS.forEach(this::group);
        WORK.forEach(this::letWork);
        for (BusinessLine line : BusinessLine.values()) {
            grant(
                    "customer-service",
                    Resources.PROCESS_DEFINITION,
                    line.slug(),
                    Permissions.READ,
                    Permissions.CREATE_INSTANCE);
        }
        grant("customer-service", Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
        for (Resource resource : Resources.values()) {
            grant("admin", resource, "*", Permissions.ALL);
        }
        List.of("analyst", "auditor").forEach(this::letRead);
    }

    private void letWork(String group, List<String> definitions) {
        grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(group, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        for (String key : definitions) {
            grant(
                    group,
                    Resources.PROCESS_DEFINITION,
                    key,
                    Permissions.READ,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.TASK_WORK,
                    ProcessDefinitionPermissions.TASK_ASSIGN,
                    ProcessDefinitionPermissions.READ_TASK_VARIABLE,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE);
        }
    }

    private void letRead(String group) {
        grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(group, Resources.PROCESS_DEFINITION, "*", Permissions.READ, Permissions.READ_INSTANCE);
        grant(group, Resources.DECISION_DEFINITION, "*", Permissions.READ);
    }

    private void group(String id) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            identity.saveGroup(identity.newGroup(id));
        }
        Group group = identity.createGroupQuery().groupId(id).singleResult();
        group.setType(wording.getMessage("group.type"));
        group.setName(wording.getMessage("group." + id));
        identity.saveGroup(group);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization authorization = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(resource);
            authorization.setResourceId(id);
        }
        Arrays.stream(permissions).forEach(authorization::addPermission);
        authorizations.saveAuthorization(authorization);
    }
}
