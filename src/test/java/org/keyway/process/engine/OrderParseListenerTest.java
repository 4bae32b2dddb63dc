package org.keyway.process.engine;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyway.order.CaseFacts;
import org.keyway.order.OrderService;
import org.keyway.order.OrderStatus;
import org.springframework.beans.factory.ObjectProvider;

class OrderParseListenerTest {

    private static final String DIAGRAM = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="p" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="s"/>
                <sequenceFlow id="f1" sourceRef="s" targetRef="work"/>
                <serviceTask id="work" camunda:asyncBefore="true" camunda:delegateExpression="${work}">
                  <extensionElements>
                    <camunda:properties><camunda:property name="status" value="WRITING"/></camunda:properties>
                  </extensionElements>
                </serviceTask>
                <sequenceFlow id="f2" sourceRef="work" targetRef="e"/>
                <endEvent id="e" camunda:asyncBefore="true">
                  <extensionElements>
                    <camunda:properties><camunda:property name="status" value="COMPLETED"/></camunda:properties>
                  </extensionElements>
                </endEvent>
              </process>
            </definitions>
            """;

    private final OrderService orders = mock(OrderService.class);
    private final JavaDelegate work = mock(JavaDelegate.class);
    private ProcessEngine engine;

    @BeforeEach
    void deploy() {
        StatusListener status = new StatusListener(provider(orders), provider(mock(CaseFacts.class)));
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("parse");
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(new HashMap<>(Map.of("work", work)));
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(
                List.of(new OrderParseListener(mock(StepListener.class), mock(AdmissionListener.class), status))));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("p.bpmn", DIAGRAM)
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("p", "XB20261121000001");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void longWorkHoldsNoRowOfTheOrder() throws Exception {
        verify(orders).moveTo("XB20261121000001", OrderStatus.WRITING);
        verify(work, never()).execute(any());
        runJob();
        verify(work).execute(any());
        verify(orders).moveTo(any(), any());
    }

    @Test
    void anOrderEndsWhenItsProcessDoes() throws Exception {
        runJob();
        verify(orders, never()).moveTo(any(), eq(OrderStatus.COMPLETED));
        runJob();
        var order = inOrder(work, orders);
        order.verify(work).execute(any());
        order.verify(orders).moveTo("XB20261121000001", OrderStatus.COMPLETED);
    }

    private void runJob() {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .singleResult()
                        .getId());
    }

    @SuppressWarnings("unchecked")
    private static <T> ObjectProvider<T> provider(T bean) {
        ObjectProvider<T> provider = mock(ObjectProvider.class);
        when(provider.getObject()).thenReturn(bean);
        return provider;
    }
}
