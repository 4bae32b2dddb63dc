package org.keyway.shipping.sf;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code keyway.shipping.sf}; the check word comes from the environment.
 *
 * @param monthlyCard monthly-account card number, needed for prepaid freight
 * @param cargo what the waybill calls the contents
 */
@ConfigurationProperties("keyway.shipping.sf")
record SfSettings(
        @DefaultValue("false") boolean enabled,

        @DefaultValue("https://bspgw.sf-express.com/std/service")
        String serverUrl,

        @DefaultValue("") String partnerId,
        @DefaultValue("") String checkWord,
        @DefaultValue("") String monthlyCard,
        @DefaultValue("") String senderName,
        @DefaultValue("") String senderPhone,
        @DefaultValue("") String senderAddress,
        @DefaultValue("USB Key") String cargo) {

    @Override
    public String toString() {
        return "SfSettings[partnerId=" + partnerId + "]";
    }
}
