package org.keyway.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.keyway.shared.Ids;

/**
 * The engine alone: the same diagrams, database, history level and job executor, empty beans, no authorization, no
 * tables beside the engine's.
 */
final class BareEngine implements AutoCloseable {

    private final ProcessEngine engine;
    private final AtomicInteger numbers;

    BareEngine(Path folder, boolean runsJobs) throws Exception {
        this(folder, runsJobs, true);
    }

    /** One that is filled first does not wait for the disk. */
    static void fill(Path folder, int orders) throws Exception {
        try (BareEngine bare = new BareEngine(folder, false, false)) {
            long missing = orders - bare.work().count();
            for (int order = 0; order < missing; order++) {
                bare.start();
                bare.runJobs();
            }
        }
    }

    private BareEngine(Path folder, boolean runsJobs, boolean durable) throws Exception {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setJdbcUrl(FullHouse.url(folder.resolve("bare"), durable));
        configuration.setJdbcUsername("sa");
        configuration.setJdbcPassword("");
        configuration.setJdbcMaxActiveConnections(24);
        configuration.setJdbcMaxIdleConnections(24);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setIdGenerator(Ids::next);
        configuration.setHistory("activity");
        configuration.setHistoryTimeToLive("P1825D");
        configuration.setMetricsEnabled(true);
        configuration.setBeans(EmptyHouse.beans());
        DefaultJobExecutor executor = new DefaultJobExecutor();
        executor.setMaxJobsPerAcquisition(10);
        executor.setLockTimeInMillis(60_000);
        executor.setMaxWait(5000);
        configuration.setJobExecutor(executor);
        configuration.setJobExecutorActivate(runsJobs);
        engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment().name("bare");
        for (String root : List.of("processes", "forms")) {
            try (Stream<Path> files = Files.list(Path.of(root))) {
                for (Path file : files.filter(path -> path.toString().matches(".*\\.(bpmn|dmn|form|html)"))
                        .toList()) {
                    deployment.addInputStream(root + "/" + file.getFileName(), Files.newInputStream(file));
                }
            }
        }
        deployment.deploy();
        numbers = new AtomicInteger((int) engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("new-issuance")
                .count());
    }

    String start() {
        String orderNo = "XB20261121%06d".formatted(numbers.incrementAndGet());
        Map<String, Object> variables = new HashMap<>(Map.of(
                "orderNo", orderNo, "line", "new-issuance", "region", "330683", "applicant", "zhang", "round", 1));
        variables.putAll(Map.of("payTiming", "AFTER_REVIEW", "writeMode", "OPERATOR", "deliveryMode", "MAIL"));
        variables.putAll(Map.of("batchMode", "IMMEDIATE", "feeCents", 30000L));
        engine.getRuntimeService().startProcessInstanceByKey("new-issuance", orderNo, variables);
        return orderNo;
    }

    private void runJobs() {
        for (List<Job> due = jobs(); !due.isEmpty(); due = jobs()) {
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    private List<Job> jobs() {
        return engine.getManagementService()
                .createJobQuery()
                .messages()
                .executable()
                .listPage(0, 100);
    }

    /** What can be done next for the order; to find it out is the client's affair. Fails when a job does. */
    Optional<Runnable> coming(String orderNo) {
        List<Job> failed =
                engine.getManagementService().createJobQuery().withException().listPage(0, 1);
        if (!failed.isEmpty()) {
            throw new IllegalStateException("the diagrams ask what EmptyHouse does not know: "
                    + failed.get(0).getExceptionMessage());
        }
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(orderNo)
                .singleResult();
        return task == null ? invoice(orderNo) : Optional.of(() -> act(task, orderNo));
    }

    private void act(Task task, String orderNo) {
        switch (task.getTaskDefinitionKey()) {
            case "Task_Pay" -> tell("Message_PaymentReceived", orderNo);
            case "Task_ReviewApplication", "Task_ConfirmBinding" -> complete(task, Map.of("decision", "APPROVE"));
            case "Task_WriteKey", "Task_PackParcel" -> complete(task, Map.of("keySerial", "SN1"));
            default -> complete(task, Map.of());
        }
    }

    private Optional<Runnable> invoice(String orderNo) {
        boolean waits = engine.getRuntimeService()
                        .createExecutionQuery()
                        .processInstanceBusinessKey(orderNo)
                        .messageEventSubscriptionName("Message_InvoiceAnswered")
                        .count()
                > 0;
        return waits ? Optional.of(() -> tell("Message_InvoiceAnswered", orderNo)) : Optional.empty();
    }

    private void complete(Task task, Map<String, Object> variables) {
        if (task.getAssignee() == null) {
            engine.getTaskService().claim(task.getId(), "li");
        }
        engine.getTaskService().complete(task.getId(), variables);
    }

    private void tell(String message, String orderNo) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(orderNo)
                .correlate();
    }

    boolean isOver(String orderNo) {
        return engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("new-issuance")
                        .processInstanceBusinessKey(orderNo)
                        .completed()
                        .count()
                == 1;
    }

    TaskQuery work() {
        return engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroup("customer-service")
                .includeAssignedTasks()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc();
    }

    void approve() {
        Task task = work().taskUnassigned().listPage(0, 1).get(0);
        engine.getTaskService().claim(task.getId(), "li");
        engine.getTaskService().complete(task.getId(), Map.of("decision", "APPROVE"));
    }

    ProcessEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        engine.close();
    }
}
