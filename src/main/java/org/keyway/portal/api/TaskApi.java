package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.order.OpenStep;
import org.keyway.order.OrderHistory;
import org.keyway.order.OrderWorkflow;
import org.keyway.portal.Actor;
import org.keyway.portal.JsonBody;
import org.keyway.portal.Patience;
import org.keyway.portal.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The applicant's own open steps. */
@RestController
@RequestMapping("/api/tasks")
@Tag(name = "tasks")
class TaskApi {

    /** An open step; {@code key} is its element in the diagram. */
    record TaskJson(
            String id,
            String orderNo,
            String key,
            String name,
            OffsetDateTime receivedAt,
            OffsetDateTime due,
            String formUrl) {}

    private final OrderHistory history;
    private final OrderWorkflow workflow;

    TaskApi(OrderHistory history, OrderWorkflow workflow) {
        this.history = history;
        this.workflow = workflow;
    }

    @GetMapping
    @Operation(operationId = "listTasks")
    List<TaskJson> list(Authentication person) {
        return history.openFor(Actor.of(person).account()).stream()
                .map(TaskApi::json)
                .toList();
    }

    @PostMapping("/{id}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "completeTask")
    void complete(
            @PathVariable String id, @RequestBody(required = false) Map<String, Object> json, Authentication person) {
        JsonBody body = JsonBody.of(json, "fields", "method");
        String method = body.text("method");
        Fields fields = method == null ? body.fields() : body.fields().with(new Fields(Map.of("method", method)));
        Patience.with(() -> workflow.complete(id, Actor.of(person).account(), fields));
    }

    private static TaskJson json(OpenStep step) {
        return new TaskJson(
                step.id(),
                step.orderNo(),
                step.key(),
                step.name(),
                Wording.iso(step.receivedAt()),
                Wording.iso(step.due()),
                "/orders/" + step.orderNo() + "#step-" + step.key());
    }
}
