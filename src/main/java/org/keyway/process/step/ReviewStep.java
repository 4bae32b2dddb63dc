package org.keyway.process.step;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.keyway.process.ProcessVariable;
import org.keyway.review.ReviewInput;
import org.keyway.review.Reviews;
import org.springframework.stereotype.Component;

/** Review and second review: the decision reaches the review records, its detail leaves the process. */
@Component
class ReviewStep implements StaffStep {

    private final Reviews reviews;

    ReviewStep(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public Set<String> keys() {
        return Set.of("Task_ReviewApplication", "Task_SecondReview");
    }

    @Override
    public String completing(DelegateTask task, String orderNo, String handler) {
        String opinion = reviews.decide(new ReviewInput(
                orderNo,
                task.getTaskDefinitionKey(),
                handler,
                ProcessVariable.DECISION.in(task).orElse(""),
                ProcessVariable.REASON.in(task).orElse(""),
                ProcessVariable.DEFECTS.in(task).orElse("")));
        task.removeVariable(ProcessVariable.DEFECTS.key());
        task.removeVariable(ProcessVariable.REASON.key());
        return opinion;
    }
}
