package org.keyway.order;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderHistoryTest {

    private static final OpenStep STEP = new OpenStep(
            "1", "XB20261121000001", "Task_WriteKey", "灌章员写锁", "key-operator", "feng", Instant.EPOCH, Instant.EPOCH);

    private final Steps steps = mock(Steps.class);
    private final CaseViews cases = mock(CaseViews.class);

    @Test
    void aClaimDoesNotTouchTheCase() {
        history().changed(STEP);
        verify(steps).assign(STEP);
        verifyNoInteractions(cases);
    }

    @Test
    void aNewDueDateShowsInTheCase() {
        when(steps.putOff(STEP)).thenReturn(true);
        when(steps.open(any())).thenReturn(List.of(STEP));
        history().changed(STEP);
        verify(cases).waitForNext(STEP.orderNo(), List.of(STEP));
    }

    private OrderHistory history() {
        return new OrderHistory(steps, cases, Clock.systemUTC());
    }
}
