package org.keyway.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.keyway.shared.Ids;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * Closes the holes of the frozen engine and sets it up for many open tasks; see docs/adr and the engine tests. Our own
 * tables come first, the engine makes its own after them.
 */
@Component
@DependsOnDatabaseInitialization
class EngineSettings extends AbstractProcessEnginePlugin {

    private static final String RETRIES = "PT10S,PT1M,PT5M,PT30M,PT2H";

    private final ListableBeanFactory beans;
    private final MessageSourceAccessor wording;
    private final OrderParseListener orderListeners;

    EngineSettings(ListableBeanFactory beans, MessageSource wording, OrderParseListener orderListeners) {
        this.beans = beans;
        this.wording = new MessageSourceAccessor(wording);
        this.orderListeners = orderListeners;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        guard(engine, beans, wording);
        engine.setIdGenerator(Ids::next);
        engine.setEnableCmdExceptionLogging(false);
        engine.setFailedJobRetryTimeCycle(RETRIES);
        engine.setEnsureJobDueDateNotNull(true); // with EngineIndexes: whether a job is due is asked of an index
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setHistoryTimeToLive("P1825D");
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(orderListeners)));
    }

    /** Everything that closes a hole, in one place, so that tests can show an engine with and without it. */
    static void guard(ProcessEngineConfigurationImpl engine, ListableBeanFactory beans, MessageSourceAccessor wording) {
        List<CommandInterceptor> guards = List.of(new CommandGuard(new FormVariables(), wording));
        engine.setCustomPostCommandInterceptorsTxRequired(guards);
        engine.setExpressionManager(new GuardedExpressions(beans));
        engine.setResourceAuthorizationProvider(new LeanAuthorizations());
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnforceSpecificVariablePermission(true);
        engine.setEnablePasswordPolicy(true);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setJavaSerializationFormatEnabled(false);
    }
}
