package org.keyway.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;

/** One order walking through the diagrams: does a step, runs what the machine does next, says where the order is. */
final class OrderWalk {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final ProcessEngine engine = ProcessBench.engine();
    private final Map<String, Object> variables = new HashMap<>();
    private final String orderNo = "XB20261121%06d".formatted(NUMBERS.incrementAndGet());
    private ProcessInstance instance;

    private OrderWalk() {
        variables.putAll(Map.of("orderNo", orderNo, "line", "new-issuance", "region", "330683", "applicant", "zhang"));
        variables.putAll(Map.of("payTiming", "AFTER_REVIEW", "writeMode", "OPERATOR", "deliveryMode", "MAIL"));
        variables.put("batchMode", "IMMEDIATE");
    }

    /** An order under the policy of 330683, changed by name-value pairs. */
    static OrderWalk of(Object... changes) {
        OrderWalk walk = new OrderWalk();
        walk.variables.putAll(pairs(changes));
        BpmnAwareTests.init(walk.engine);
        return walk;
    }

    /** More changes, before it starts. */
    OrderWalk with(Object... changes) {
        variables.putAll(pairs(changes));
        return this;
    }

    /** Starts, and leaves the first continuation that fails where it is. */
    OrderWalk startStuck(String process) {
        instance = engine.getRuntimeService().startProcessInstanceByKey(process, orderNo, variables);
        assertThatThrownBy(this::run).isInstanceOf(IllegalStateException.class);
        return this;
    }

    OrderWalk start(String process) {
        instance = engine.getRuntimeService().startProcessInstanceByKey(process, orderNo, variables);
        return run();
    }

    /** Completes the only open step, which must be this one. */
    OrderWalk complete(String step, Object... variables) {
        Task task = open(step);
        engine.getTaskService().complete(task.getId(), pairs(variables));
        return run();
    }

    /** Completes one of several open steps of this name. */
    OrderWalk completeAny(String step, Object... variables) {
        Task task = tasks().stream()
                .filter(open -> open.getTaskDefinitionKey().equals(step))
                .findFirst()
                .orElseThrow();
        engine.getTaskService().complete(task.getId(), pairs(variables));
        return run();
    }

    OrderWalk message(String name) {
        engine.getRuntimeService()
                .createMessageCorrelation(name)
                .processInstanceBusinessKey(orderNo)
                .correlateWithResult();
        return run();
    }

    /** Lets the time of this timer come and fires it. */
    OrderWalk timer(String event) {
        Job job = jobs().stream()
                .filter(candidate -> definitionActivity(candidate).equals(event))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no timer is running on " + event));
        ClockUtil.setCurrentTime(new Date(job.getDuedate().getTime() + 1000));
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .jobId(job.getId())
                        .executable()
                        .count())
                .isEqualTo(1);
        engine.getManagementService().executeJob(job.getId());
        return run();
    }

    OrderWalk isAt(String... steps) {
        assertThat(tasks()).extracting(Task::getTaskDefinitionKey).containsExactlyInAnyOrder(steps);
        return this;
    }

    Task open(String step) {
        isAt(step);
        return tasks().get(0);
    }

    /** The process has ended, at this end event and no other of its level. */
    OrderWalk endsAt(String endEvent) {
        BpmnAwareTests.assertThat(instance).isEnded().hasPassed(endEvent);
        List<HistoricActivityInstance> ends = engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderByHistoricActivityInstanceEndTime()
                .desc()
                .list();
        assertThat(ends.stream()
                        .filter(end -> end.getActivityType().toLowerCase().endsWith("endevent"))
                        .map(HistoricActivityInstance::getActivityId))
                .contains(endEvent);
        return this;
    }

    /** Runs asynchronous continuations, not timers, until nothing is left to do. */
    OrderWalk run() {
        for (List<Job> due = continuations(); !due.isEmpty(); due = continuations()) {
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
        return this;
    }

    private List<Job> continuations() {
        return jobs().stream().filter(job -> job.getDuedate() == null).toList();
    }

    private List<Job> jobs() {
        List<String> own =
                engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(orderNo)
                        .list()
                        .stream()
                        .map(ProcessInstance::getId)
                        .toList();
        return engine.getManagementService().createJobQuery().list().stream()
                .filter(job -> own.contains(job.getProcessInstanceId()))
                .toList();
    }

    private List<Task> tasks() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(orderNo)
                .list();
    }

    private String definitionActivity(Job job) {
        return engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private static Map<String, Object> pairs(Object... values) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        return map;
    }
}
