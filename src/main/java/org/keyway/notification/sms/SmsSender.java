package org.keyway.notification.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.keyway.notification.Channel;
import org.keyway.notification.MessageSender;
import org.keyway.notification.SenderFailure;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Hands SMS over to the cloud: template id and parameters, our message id as the request id. */
class SmsSender implements MessageSender {

    /** DUPLICATE: the cloud has this request id already, so the message has left. */
    private static final Set<String> TAKEN = Set.of("OK", "DUPLICATE");

    private final SmsSettings settings;
    private final Clock clock;
    private final RestClient http;
    private final ObjectMapper json = new ObjectMapper();

    SmsSender(SmsSettings settings, Clock clock) {
        if (settings.secret().isBlank()) {
            throw new IllegalStateException("Setting keyway.notification.sms.secret is missing");
        }
        this.settings = settings;
        this.clock = clock;
        SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(Duration.ofSeconds(3));
        factory.setReadTimeout(Duration.ofSeconds(10));
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    @Override
    public boolean carries(Channel channel) {
        return channel == Channel.SMS;
    }

    @Override
    public void send(Outgoing message) {
        String code = call(body(message));
        if (!TAKEN.contains(code)) {
            throw new SenderFailure("sms", "send", "code " + code.replaceAll("[^A-Za-z0-9_.]", "?"));
        }
    }

    private Map<String, Object> body(Outgoing message) {
        String templateId = settings.templates().get(message.template());
        if (templateId == null) {
            throw new IllegalArgumentException(
                    "Setting keyway.notification.sms.templates." + message.template() + " is missing");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("requestId", message.id());
        body.put("phone", message.to());
        body.put("signName", settings.signName());
        body.put("templateId", templateId);
        body.put("parameters", message.parameters());
        return body;
    }

    private String call(Map<String, Object> message) {
        try {
            byte[] body = json.writeValueAsBytes(message);
            URI address = URI.create(settings.serverUrl());
            String timestamp = String.valueOf(clock.instant().getEpochSecond());
            String nonce = UUID.randomUUID().toString();
            String answer = http.post()
                    .uri(address)
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("X-Access-Key", settings.accessKey())
                    .header("X-Timestamp", timestamp)
                    .header("X-Nonce", nonce)
                    .header(
                            "X-Signature",
                            SmsSignature.of(settings.secret(), address.getPath(), timestamp, nonce, body))
                    .body(body)
                    .retrieve()
                    .body(String.class);
            JsonNode tree = json.readTree(answer == null ? "" : answer);
            return tree.path("code").asText("none");
        } catch (RestClientException | JsonProcessingException e) {
            throw new SenderFailure("sms", "send", e);
        }
    }
}
