package org.keyway.invoice.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.keyway.invoice.InvoiceBench;
import org.keyway.invoice.InvoiceIssuer;
import org.keyway.invoice.InvoiceIssuerContract;
import org.keyway.shared.KeywayClock;

class SandboxInvoicesTest extends InvoiceIssuerContract {

    private final KeywayClock clock = new KeywayClock(event -> {});
    private final SandboxMode mode = new SandboxMode();
    private final SandboxInvoices issuer = new SandboxInvoices(
            InvoiceBench.jdbc(),
            (demand, number) -> ("%PDF-1.7 " + number).getBytes(StandardCharsets.US_ASCII),
            mode,
            clock);

    @Override
    protected InvoiceIssuer issuer() {
        return issuer;
    }

    @Override
    protected void timePasses() {
        clock.advance(Duration.ofMinutes(1));
    }

    @Override
    protected void breakDown() {
        mode.setMode("invoice", "ERROR");
    }
}
