package org.keyway.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keyway.process.DiagramBean;
import org.keyway.process.OrderMessages;
import org.keyway.process.ProcessVariable;
import org.keyway.process.StepParameter;

/** Sends the message whose template the diagram names. */
@DiagramBean("sendMessageDelegate")
class SendMessageDelegate implements JavaDelegate {

    private final OrderMessages messages;

    SendMessageDelegate(OrderMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNo = execution.getProcessBusinessKey();
        String template = StepParameter.TEMPLATE.in(execution);
        messages.send(
                orderNo,
                template,
                execution.getProcessInstanceId() + ":" + execution.getCurrentActivityId(),
                ProcessVariable.KEY_INDEX.in(execution, 0));
    }
}
