package org.keyway.invoice.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings under {@code keyway.invoice.http}; the shared secret comes from the environment. */
@ConfigurationProperties("keyway.invoice.http")
record InvoiceSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String serverUrl,
        @DefaultValue("") String appId,
        @DefaultValue("") String sellerTaxNumber,
        @DefaultValue("") String secret) {

    @Override
    public String toString() {
        return "InvoiceSettings[serverUrl=" + serverUrl + "]";
    }
}
