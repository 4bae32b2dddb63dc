package org.keyway.process.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives Tasklist its few, narrow filters at start. They are found again by name and updated in place; filters that
 * people made themselves are left alone.
 */
@Component
@Order(4)
class TasklistFilters implements ApplicationRunner {

    private static final List<String> GROUPS =
            List.of("customer-service", "supervisor", "finance", "key-operator", "support", "trade-center");

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final MessageSourceAccessor wording;

    TasklistFilters(
            FilterService filters, TaskService tasks, AuthorizationService authorizations, MessageSource wording) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.wording = new MessageSourceAccessor(wording);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        save("mine", 0, "#1f5fa8", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"), GROUPS);
        save("unclaimed", 10, "#b7791f", ofMyGroups().taskUnassigned(), GROUPS);
        save("all", 20, "#4a5568", ofMyGroups().includeAssignedTasks(), GROUPS);
        save("overdue", 30, "#c53030", ofMyGroups().includeAssignedTasks().dueBeforeExpression("${now()}"), GROUPS);
        int priority = 40;
        for (String group : GROUPS) {
            TaskQuery query = tasks.createTaskQuery().taskCandidateGroup(group).includeAssignedTasks();
            save("group." + group, priority++, "#2f855a", query, List.of(group));
        }
    }

    private TaskQuery ofMyGroups() {
        return tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}");
    }

    private void save(String key, int priority, String color, TaskQuery query, List<String> groups) {
        String name = key.startsWith("group.") ? wording.getMessage(key) : wording.getMessage("filter." + key);
        Filter filter = filters.createFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        filter.setQuery(query.orderByDueDate().asc().orderByTaskCreateTime().asc());
        filter.setProperties(Map.of(
                "description",
                wording.getMessage("filter.description"),
                "priority",
                priority,
                "color",
                color,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(variable("orderNo"), variable("region"))));
        String id = filters.saveFilter(filter).getId();
        groups.forEach(group -> mayRead(group, id));
    }

    private Map<String, String> variable(String name) {
        return Map.of("name", name, "label", wording.getMessage("filter.variable." + name));
    }

    private void mayRead(String group, String filterId) {
        long granted = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(Resources.FILTER)
                .resourceId(filterId)
                .count();
        if (granted == 0) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(Resources.FILTER);
            grant.setResourceId(filterId);
            grant.addPermission(Permissions.READ);
            authorizations.saveAuthorization(grant);
        }
    }
}
