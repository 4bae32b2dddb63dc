package org.keyway.payment.alipay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code keyway.payment.alipay}; keys are Base64 without PEM lines and come from the environment.
 *
 * @param sellerId our 16-digit partner id, checked in every notice
 */
@ConfigurationProperties("keyway.payment.alipay")
record AlipaySettings(
        @DefaultValue("false") boolean enabled,

        @DefaultValue("https://openapi.alipay.com/gateway.do")
        String serverUrl,

        @DefaultValue("") String appId,
        @DefaultValue("") String sellerId,
        @DefaultValue("") String privateKey,
        @DefaultValue("") String alipayPublicKey,
        @DefaultValue("") String subject) {

    @Override
    public String toString() {
        return "AlipaySettings[appId=" + appId + "]";
    }
}
