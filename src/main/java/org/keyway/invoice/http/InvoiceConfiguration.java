package org.keyway.invoice.http;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Switches the platform on by {@code keyway.invoice.http.enabled}, never in the demo. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("keyway.invoice.http.enabled")
@ConditionalOnBooleanProperty(name = "keyway.demo", havingValue = false, matchIfMissing = true)
class InvoiceConfiguration {

    @Bean
    HttpInvoiceIssuer httpInvoiceIssuer(InvoiceSettings settings, Clock clock) {
        return new HttpInvoiceIssuer(settings, clock);
    }
}
