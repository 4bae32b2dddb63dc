package org.keyway.invoice.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyway.invoice.InvoiceFailure;
import org.keyway.invoice.InvoiceIssuer;
import org.keyway.invoice.InvoiceIssuerContract;

class HttpInvoiceIssuerTest extends InvoiceIssuerContract {

    private FakeTaxPlatform platform;
    private HttpInvoiceIssuer issuer;

    @BeforeEach
    void open() throws IOException {
        platform = new FakeTaxPlatform();
        issuer = issuer(FakeTaxPlatform.SECRET);
    }

    @AfterEach
    void shut() {
        platform.close();
    }

    @Test
    void anAnswerThatSomebodyElseSignedIsNotBelieved() {
        platform.forging = true;
        assertThatThrownBy(() -> issuer.query(NUMBER))
                .isInstanceOf(InvoiceFailure.class)
                .hasMessageContaining("signature");
    }

    @Test
    void thePlatformDoesNotBelieveAWrongSecretEither() {
        assertThatThrownBy(() -> issuer("another").request(demand("NORMAL", "", null)))
                .isInstanceOf(InvoiceFailure.class)
                .hasMessageContaining("401");
    }

    @Test
    void theSecretIsNecessary() {
        assertThatThrownBy(() -> issuer("")).isInstanceOf(IllegalStateException.class);
    }

    private HttpInvoiceIssuer issuer(String secret) {
        return new HttpInvoiceIssuer(
                new InvoiceSettings(true, platform.url(), "keyway", "91330683MA0TE5T01P", secret), Clock.systemUTC());
    }

    @Override
    protected InvoiceIssuer issuer() {
        return issuer;
    }

    @Override
    protected void timePasses() {
        platform.done = true;
    }

    @Override
    protected void breakDown() {
        platform.broken = true;
    }
}
