package org.keyway.process.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Ties every diagram to the order: an element's extension property {@code status} moves the order when the element
 * is reached, user tasks are mirrored as steps, and a start event checks what was submitted.
 */
@Component
class OrderParseListener extends AbstractBpmnParseListener {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final List<String> STEP_EVENTS = List.of(
            TaskListener.EVENTNAME_CREATE,
            TaskListener.EVENTNAME_UPDATE,
            TaskListener.EVENTNAME_ASSIGNMENT,
            TaskListener.EVENTNAME_COMPLETE,
            TaskListener.EVENTNAME_DELETE);

    private final StepListener steps;
    private final AdmissionListener admission;
    private final StatusListener status;

    OrderParseListener(StepListener steps, AdmissionListener admission, StatusListener status) {
        this.steps = steps;
        this.admission = admission;
        this.status = status;
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (scope instanceof ProcessDefinitionEntity && element.attributeNS(camunda(), "formKey") != null) {
            activity.addListener(ExecutionListener.EVENTNAME_START, admission);
        }
        status(element, activity);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior task) {
            STEP_EVENTS.forEach(event -> task.getTaskDefinition().addBuiltInTaskListener(event, steps));
        }
        status(element, activity);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        status(element, activity);
    }

    /** On the way to work that may take long: it then holds no row of the order that others want meanwhile. */
    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        if (flow.getDestination() instanceof ActivityImpl next && isToldOnTheWay(next)) {
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, status);
        }
    }

    private static boolean isToldOnTheWay(ActivityImpl activity) {
        return activity.isAsyncBefore()
                && activity.getProperty(StatusListener.PROPERTY) != null
                && ActivityTypes.TASK_SERVICE.equals(activity.getProperties().get(BpmnProperties.TYPE));
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        status(element, activity);
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        status(element, activity);
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        status(element, activity);
    }

    @Override
    public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
        status(element, activity);
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        status(element, activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        status(element, activity);
    }

    private void status(Element element, CoreModelElement activity) {
        property(element, StatusListener.PROPERTY).ifPresent(value -> {
            activity.setProperty(StatusListener.PROPERTY, value);
            if (!(activity instanceof ActivityImpl step && isToldOnTheWay(step))) {
                activity.addListener(ExecutionListener.EVENTNAME_START, status);
            }
        });
        property(element, StatusListener.REDIRECT)
                .ifPresent(value -> activity.setProperty(StatusListener.REDIRECT, value));
    }

    private static Optional<String> property(Element element, String name) {
        Element extension = element.element("extensionElements");
        Element properties = extension == null ? null : extension.elementNS(camunda(), "properties");
        if (properties == null) {
            return Optional.empty();
        }
        return properties.elementsNS(camunda(), "property").stream()
                .filter(property -> name.equals(property.attribute("name")))
                .map(property -> property.attribute("value"))
                .findFirst();
    }

    private static org.camunda.bpm.engine.impl.util.xml.Namespace camunda() {
        return new org.camunda.bpm.engine.impl.util.xml.Namespace(CAMUNDA);
    }
}
