package org.keyway.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is added to the tables of an engine that worked without it. */
class EngineIndexesTest {

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, "sa", ""));
    private ProcessEngine engine;

    @BeforeEach
    void before() {
        engine = start(false);
    }

    @AfterEach
    void after() {
        engine.close();
    }

    @Test
    void whatWaitsWithoutADateIsStillFoundByAnEngineThatAsksForTheDate() {
        engine.getRuntimeService().startProcessInstanceByKey("step");
        assertThat(job().getDuedate()).isNull();
        engine.close();
        engine = start(true);
        new EngineIndexes(jdbc).run(null);
        new EngineIndexes(jdbc).run(null);
        assertThat(job().getDuedate()).isEqualTo(job().getCreateTime());
        engine.getRuntimeService().startProcessInstanceByKey("step");
        assertThat(engine.getManagementService().createJobQuery().executable().list())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.getDuedate()).isNotNull());
    }

    @Test
    void whetherAJobIsDueIsAskedOfTheIndex() {
        new EngineIndexes(jdbc).run(null);
        jdbc.sql("insert into act_ru_job (id_, type_, rev_, duedate_) select x, 'timer', 1, dateadd(day, x, now())"
                        + " from system_range(1, 1000)")
                .update();
        jdbc.sql("analyze").update();
        assertThat(jdbc.sql("explain select id_ from act_ru_job where retries_ > 0 and (duedate_ <= now())"
                                + " and (lock_owner_ is null or lock_exp_time_ < now()) and suspension_state_ = 1")
                        .query(String.class)
                        .single())
                .containsIgnoringCase("keyway_idx_job_due");
        jdbc.sql("delete from act_ru_job").update();
    }

    private Job job() {
        return engine.getManagementService().createJobQuery().singleResult();
    }

    private ProcessEngine start(boolean dates) {
        ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(url);
        configuration.setJdbcUrl(url);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setEnsureJobDueDateNotNull(dates);
        configuration.setHistoryTimeToLive("P1D");
        ProcessEngine started = configuration.buildProcessEngine();
        started.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "step.bpmn",
                        Bpmn.createExecutableProcess("step")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .camundaAsyncAfter()
                                .endEvent()
                                .done())
                .deploy();
        return started;
    }
}
