package org.keyway.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyway.invoice.InvoiceAnswered;
import org.keyway.invoice.Invoices;
import org.keyway.payment.PaymentService;
import org.keyway.payment.PaymentView;

class InvoiceReversalTest {

    private static final String ORDER = "XB20261121000001";

    private final PaymentService payments = mock(PaymentService.class);
    private final Invoices invoices = mock(Invoices.class);
    private final InvoiceReversal reversal = new InvoiceReversal(payments, invoices);

    @Test
    void anInvoiceThatComesAfterTheMoneyWentBackIsReversed() {
        PaymentView view = mock(PaymentView.class);
        when(view.amountCents()).thenReturn(30000L);
        when(view.refundedCents()).thenReturn(20000L);
        when(payments.of(ORDER)).thenReturn(Optional.of(view));
        reversal.on(new InvoiceAnswered(ORDER, true));
        verify(invoices).reverse(ORDER, 10000);
    }

    @Test
    void anInvoiceThatFailedNeedsNoReversal() {
        reversal.on(new InvoiceAnswered(ORDER, false));
        verify(invoices, never()).reverse(any(), anyLong());
    }
}
