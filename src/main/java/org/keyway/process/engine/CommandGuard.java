package org.keyway.process.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.RestartProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.util.ReflectionUtils;

/**
 * Refuses, before anything runs, what the frozen engine lets signed-in people do: expressions hidden in or-queries and
 * filters (CVE-2026-109432), and variables that the step's form does not have.
 */
final class CommandGuard extends CommandInterceptor {

    private static final Set<String> START_VARIABLES = Set.of("orderNo");

    private final FormVariables formVariables;
    private final MessageSourceAccessor wording;

    CommandGuard(FormVariables formVariables, MessageSourceAccessor wording) {
        this.formVariables = formVariables;
        this.wording = wording;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!CurrentPerson.isPresent()) {
            return next.execute(command);
        }
        try {
            refuseExpressions(command);
            refuseForeignVariables(command);
            return next.execute(command);
        } catch (ProcessEngineException failure) {
            throw understood(command, failure);
        }
    }

    private static boolean isForm(Command<?> command) {
        return command instanceof CompleteTaskCmd && !(command instanceof ResolveTaskCmd)
                || command instanceof SubmitTaskFormCmd
                || command instanceof SubmitStartFormCmd;
    }

    /** A refusal stays one, however deep it was thrown: the REST API answers 400 to these two exceptions, else 500. */
    private ProcessEngineException understood(Command<?> command, ProcessEngineException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadUserRequestException refusal) {
                return isForm(command)
                        ? new FormFieldValidationException(null, refusal.getMessage(), failure)
                        : new BadUserRequestException(refusal.getMessage(), failure);
            }
        }
        return failure instanceof TaskAlreadyClaimedException
                ? new BadUserRequestException(wording.getMessage("engine.not-your-step"), failure)
                : failure;
    }

    private void refuseExpressions(Command<?> command) {
        boolean stored = command instanceof SaveFilterCmd;
        check(command, stored);
        ReflectionUtils.doWithFields(
                command.getClass(), field -> check(valueOf(field, command), stored), CommandGuard::isInstance);
    }

    private void check(Object value, boolean wholeQuery) {
        if (value instanceof Filter filter) {
            Query<?, ?> query = filter.getQuery();
            check(query, wholeQuery);
        } else if (value instanceof TaskQueryImpl query && hasExpressions(query, wholeQuery)) {
            throw new BadUserRequestException(wording.getMessage("engine.expressions-refused"));
        }
    }

    private static boolean hasExpressions(TaskQueryImpl query, boolean wholeQuery) {
        return wholeQuery && !query.getExpressions().isEmpty()
                || query.getQueries().stream()
                        .anyMatch(sub -> sub != query && !sub.getExpressions().isEmpty());
    }

    private void refuseForeignVariables(Command<?> command) {
        if (command instanceof HandleTaskBpmnErrorCmd || command instanceof HandleTaskEscalationCmd) {
            throw new BadUserRequestException(wording.getMessage("engine.step-shortcut-refused"));
        }
        if (command instanceof CompleteTaskCmd) {
            check(formVariables.of(text(command, "taskId")), map(command, "variables"));
        } else if (command instanceof SubmitTaskFormCmd) {
            check(formVariables.of(text(command, "taskId")), map(command, "properties"));
        } else if (command instanceof SubmitStartFormCmd) {
            check(START_VARIABLES, map(command, "variables"));
        } else if (command instanceof StartProcessInstanceCmd
                || command instanceof StartProcessInstanceAtActivitiesCmd
                || command instanceof RestartProcessInstancesCmd) {
            throw new AuthorizationException(wording.getMessage("engine.start-by-form-only"));
        }
    }

    private void check(Set<String> allowed, Map<?, ?> given) {
        for (Object name : given == null ? Set.of() : given.keySet()) {
            if (!allowed.contains(String.valueOf(name))) {
                throw new BadUserRequestException(
                        wording.getMessage("engine.variable-refused", new Object[] {name, String.join(", ", allowed)}));
            }
        }
    }

    private static String text(Command<?> command, String field) {
        return String.valueOf(read(command, field));
    }

    private static Map<?, ?> map(Command<?> command, String field) {
        return (Map<?, ?>) read(command, field);
    }

    private static Object read(Command<?> command, String name) {
        Field field = ReflectionUtils.findField(command.getClass(), name);
        if (field == null) {
            throw new IllegalStateException(command.getClass() + " has no field " + name);
        }
        return valueOf(field, command);
    }

    private static Object valueOf(Field field, Object owner) {
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, owner);
    }

    private static boolean isInstance(Field field) {
        return !Modifier.isStatic(field.getModifiers())
                && (Query.class.isAssignableFrom(field.getType()) || Filter.class.isAssignableFrom(field.getType()));
    }
}
