package org.keyway.notification.sms;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code keyway.notification.sms}; the secret comes from the environment.
 *
 * @param templates our template name to the id under which the cloud has approved its wording
 */
@ConfigurationProperties("keyway.notification.sms")
record SmsSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String serverUrl,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secret,
        @DefaultValue("") String signName,
        @DefaultValue Map<String, String> templates) {

    @Override
    public String toString() {
        return "SmsSettings[serverUrl=" + serverUrl + "]";
    }
}
