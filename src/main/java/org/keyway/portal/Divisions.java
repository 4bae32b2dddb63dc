package org.keyway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Names of administrative divisions by their six-digit code (GB/T 2260), from {@code static/data/divisions.json}. */
@Component
public class Divisions {

    private final JsonNode names;

    Divisions(ObjectMapper json) {
        try (InputStream content = new ClassPathResource("static/data/divisions.json").getInputStream()) {
            names = json.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Province, city and county in one text; the code itself when it is not known. */
    public String name(String code) {
        if (code == null || !code.matches("\\d{6}") || !names.path("counties").has(code)) {
            return code;
        }
        String province =
                names.path("provinces").path(code.substring(0, 2) + "0000").asText();
        String city = names.path("cities").path(code.substring(0, 4) + "00").asText();
        String county = names.path("counties").path(code).asText();
        return province + (city.equals(province) ? "" : city) + county;
    }
}
