package org.keyway.portal.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.keyway.order.Fields;
import org.keyway.order.RegionPolicy;
import org.keyway.shared.ChineseIdentifiers;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;

/** What {@code sample-orders.yaml} puts into the form, with a number and a credit code of its own for every order. */
record SampleFields(String account, Map<String, String> fields) {

    private static final String CHECK_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    static SampleFields read() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("sample-orders.yaml"));
        return new Binder(new MapConfigurationPropertySource(Map.copyOf(yaml.getObject())))
                .bind("", SampleFields.class)
                .get();
    }

    /** The fields of one order under the policy of its city, without consents. */
    Fields of(int number, RegionPolicy city) {
        Map<String, Object> filled = new LinkedHashMap<>();
        fields.forEach((name, text) -> filled.put(name, text.replace("{n}", String.valueOf(number))));
        String uscc = uscc(number);
        filled.put("uscc", uscc);
        filled.put("usccConfirm", uscc);
        filled.put("invoiceTaxNumber", uscc);
        if (!city.freights().isEmpty()) {
            filled.put("freight", city.freights().get(0));
        }
        return new Fields(filled);
    }

    private static String uscc(int number) {
        String body = "91330683MA%07d".formatted(number % 10_000_000);
        return CHECK_CHARACTERS
                .chars()
                .mapToObj(check -> body + (char) check)
                .filter(ChineseIdentifiers::isUscc)
                .findFirst()
                .orElseThrow();
    }
}
