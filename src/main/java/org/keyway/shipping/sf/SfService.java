package org.keyway.shipping.sf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.keyway.shipping.CarrierFailure;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** One signed call of SF's service, down to the inner answer {@code apiResultData}. */
final class SfService {

    private final SfSettings settings;
    private final Clock clock;
    private final RestClient http;
    private final ObjectMapper json = new ObjectMapper();

    SfService(SfSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(Duration.ofSeconds(3));
        factory.setReadTimeout(Duration.ofSeconds(10));
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    JsonNode call(String service, Object message) {
        try {
            String data = json.writeValueAsString(message);
            String timestamp = String.valueOf(clock.millis());
            MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
            form.add("partnerID", settings.partnerId());
            form.add("requestID", UUID.randomUUID().toString());
            form.add("serviceCode", service);
            form.add("timestamp", timestamp);
            form.add("msgDigest", SfDigest.of(data, timestamp, settings.checkWord()));
            form.add("msgData", data);
            String body = http.post()
                    .uri(settings.serverUrl())
                    .contentType(new MediaType(
                            MediaType.APPLICATION_FORM_URLENCODED, java.nio.charset.StandardCharsets.UTF_8))
                    .body(form)
                    .retrieve()
                    .body(String.class);
            JsonNode answer = json.readTree(body == null ? "" : body);
            if (!"A1000".equals(answer.path("apiResultCode").asText())) {
                throw failure(service, answer.path("apiResultCode").asText());
            }
            return json.readTree(answer.path("apiResultData").asText());
        } catch (RestClientException | JsonProcessingException e) {
            throw new CarrierFailure("sf", service, e);
        }
    }

    CarrierFailure failure(String operation, String code) {
        return new CarrierFailure("sf", operation, "code " + code.replaceAll("[^A-Za-z0-9_]", "?"));
    }
}
