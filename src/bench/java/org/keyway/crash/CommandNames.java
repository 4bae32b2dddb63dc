package org.keyway.crash;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.util.ReflectionUtils;

/** Names the unit of work after the job or the step that the engine is asked to do, and after the order it belongs to. */
final class CommandNames extends CommandInterceptor {

    private final Death death;

    CommandNames(Death death) {
        this.death = death;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Unit.present().asks(command instanceof AbstractQuery);
        if (command instanceof ExecuteJobsCmd) {
            JobEntity job = Context.getCommandContext().getJobManager().findJobById(text(command, "jobId"));
            if (job != null && job.getProcessInstanceId() != null) {
                ExecutionEntity instance =
                        Context.getCommandContext().getExecutionManager().findExecutionById(job.getProcessInstanceId());
                String orderNo = instance == null ? null : instance.getBusinessKey();
                String where = job.getProcessDefinitionKey() + "/" + job.getActivityId();
                Unit.present().beginsJob(orderNo, "job " + where + moment(job));
            }
        } else if (command instanceof CompleteTaskCmd) {
            TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(text(command, "taskId"));
            if (task != null) {
                Unit.present().isAlso(task.getTaskDefinitionKey());
            }
        }
        if (!(command instanceof ExecuteJobsCmd) || Unit.present().isCounted()) {
            return next.execute(command);
        }
        death.begins();
        Unit.present().counts(true);
        try {
            return next.execute(command);
        } finally {
            death.ends();
            Unit.present().counts(false);
        }
    }

    private static String moment(JobEntity job) {
        String how = String.valueOf(job.getJobHandlerConfigurationRaw());
        return how.contains("transition-notify-listener-take") ? " (after)" : "";
    }

    private static String text(Command<?> command, String name) {
        Field field = ReflectionUtils.findField(command.getClass(), name);
        ReflectionUtils.makeAccessible(field);
        return String.valueOf(ReflectionUtils.getField(field, command));
    }
}
