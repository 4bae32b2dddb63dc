package org.keyway.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Every guard twice: the bare engine shows the hole, the guarded engine shows it closed. */
class EngineGuardsTest {

    private static final Consumer<ProcessEngineConfigurationImpl> BARE = engine -> {};

    private ProcessEngine engine;

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void expressionsHideInOrQueriesOfTheBareEngine() {
        engine = start(BARE);
        assertThatCode(() -> hidden().list()).doesNotThrowAnyException();
    }

    @Test
    void expressionsInOrQueriesAreRefused() {
        engine = start(EngineGuardsTest::guarded);
        assertThatThrownBy(() -> hidden().list()).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> hidden().count()).isInstanceOf(BadUserRequestException.class);
        assertThatCode(() -> engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .taskName("a")
                        .taskName("b")
                        .endOr()
                        .list())
                .doesNotThrowAnyException();
    }

    @Test
    void filtersWithExpressionsAreStoredByTheBareEngineOnly() {
        engine = start(BARE);
        assertThatCode(this::saveFilter).doesNotThrowAnyException();
        engine.close();
        engine = start(EngineGuardsTest::guarded);
        assertThatThrownBy(this::saveFilter).isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void storedFiltersCannotBeExtendedByExpressions() {
        engine = start(EngineGuardsTest::guarded);
        engine.getIdentityService().clearAuthentication();
        String id = engine.getFilterService()
                .saveFilter(engine.getFilterService()
                        .newTaskFilter("plain")
                        .setQuery(engine.getTaskService().createTaskQuery()))
                .getId();
        engine.getIdentityService().setAuthentication("li", List.of("customer-service"));
        assertThatThrownBy(() -> engine.getFilterService().list(id, hidden()))
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> engine.getFilterService().count(id, hidden()))
                .isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void aStepTakesTheVariablesOfItsFormOnly() {
        engine = start(BARE);
        Task step = step();
        assertThatCode(() -> engine.getTaskService().complete(step.getId(), Map.of("feeCents", 0L)))
                .doesNotThrowAnyException();
        engine.close();
        engine = start(EngineGuardsTest::guarded);
        Task guardedStep = step();
        assertThatThrownBy(() -> engine.getTaskService().complete(guardedStep.getId(), Map.of("feeCents", 0L)))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("feeCents");
        assertThatCode(() -> engine.getTaskService().complete(guardedStep.getId(), Map.of("reason", "ok")))
                .doesNotThrowAnyException();
    }

    @Test
    void expressionsReachClassesInTheBareEngineOnly() {
        engine = start(BARE);
        assertThatCode(() -> run("${''.getClass().getName()}")).doesNotThrowAnyException();
        engine.close();
        engine = start(EngineGuardsTest::guarded);
        assertThatThrownBy(() -> run("${''.getClass().getName()}")).hasStackTraceContaining("EL access denied");
        assertThatThrownBy(() -> run("${execution.processEngineServices.identityService}"))
                .hasStackTraceContaining("EL access denied");
        assertThatCode(() -> run("${dateTime().plusDays(1).toDate()}")).doesNotThrowAnyException();
    }

    @Test
    void tasksGetNoAuthorizationRows() {
        engine = start(BARE.andThen(bare -> bare.setAuthorizationEnabled(true)));
        step();
        assertThat(taskRows()).isPositive();
        engine.close();
        engine = start(((Consumer<ProcessEngineConfigurationImpl>) EngineGuardsTest::guarded)
                .andThen(guarded -> guarded.setAuthorizationEnabled(true)));
        step();
        assertThat(taskRows()).isZero();
    }

    @Test
    void groupNamesMayHaveHyphensInTheGuardedEngineOnly() {
        engine = start(BARE);
        assertThatThrownBy(this::saveGroup).isInstanceOf(ProcessEngineException.class);
        engine.close();
        engine = start(EngineGuardsTest::guarded);
        assertThatCode(this::saveGroup).doesNotThrowAnyException();
    }

    private void saveGroup() {
        engine.getIdentityService().saveGroup(engine.getIdentityService().newGroup("key-operator"));
    }

    private TaskQuery hidden() {
        return engine.getTaskService()
                .createTaskQuery()
                .or()
                .dueAfterExpression("${now()}")
                .endOr();
    }

    private void saveFilter() {
        engine.getFilterService()
                .saveFilter(engine.getFilterService()
                        .newTaskFilter("mine")
                        .setQuery(
                                engine.getTaskService().createTaskQuery().taskAssigneeExpression("${currentUser()}")));
    }

    private Task step() {
        engine.getIdentityService().clearAuthentication();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "step.bpmn",
                        Bpmn.createExecutableProcess("step")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("Task_Restock")
                                .camundaCandidateGroups("operators")
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("step");
        Task step = engine.getTaskService().createTaskQuery().singleResult();
        engine.getIdentityService().setAuthentication("feng", List.of("operators"));
        return step;
    }

    private void run(String expression) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "expression.bpmn",
                        Bpmn.createExecutableProcess("expression")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .serviceTask()
                                .camundaExpression(expression)
                                .endEvent()
                                .done())
                .deploy();
        engine.getIdentityService().clearAuthentication();
        engine.getRuntimeService().startProcessInstanceByKey("expression");
    }

    private long taskRows() {
        engine.getIdentityService().clearAuthentication();
        return engine.getAuthorizationService()
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .count();
    }

    private static void guarded(ProcessEngineConfigurationImpl configuration) {
        ResourceBundleMessageSource wording = new ResourceBundleMessageSource();
        wording.setBasename("messages/process");
        wording.setDefaultEncoding("UTF-8");
        EngineSettings.guard(configuration, new StaticListableBeanFactory(), new MessageSourceAccessor(wording));
    }

    private static ProcessEngine start(Consumer<ProcessEngineConfigurationImpl> settings) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setJobExecutorActivate(false);
        settings.accept(configuration);
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getIdentityService().setAuthentication("li", List.of("customer-service"));
        return engine;
    }
}
