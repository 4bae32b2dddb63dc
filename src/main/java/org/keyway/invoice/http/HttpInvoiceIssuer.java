package org.keyway.invoice.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.keyway.invoice.InvoiceFailure;
import org.keyway.invoice.InvoiceIssuer;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Hands requests in by POST /invoices and asks by POST /invoices/results under the platform's address. */
class HttpInvoiceIssuer implements InvoiceIssuer {

    private static final int LARGEST_PDF = 1_000_000;

    private final InvoiceSettings settings;
    private final Clock clock;
    private final RestClient http;
    private final ObjectMapper json = new ObjectMapper();

    HttpInvoiceIssuer(InvoiceSettings settings, Clock clock) {
        if (settings.secret().isBlank() || settings.sellerTaxNumber().isBlank()) {
            throw new IllegalStateException("Settings keyway.invoice.http.secret and seller-tax-number are missing");
        }
        this.settings = settings;
        this.clock = clock;
        SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(Duration.ofSeconds(3));
        factory.setReadTimeout(Duration.ofSeconds(10));
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    @Override
    public void request(Demand demand) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("requestNo", demand.requestNo());
        message.put("sellerTaxNumber", settings.sellerTaxNumber());
        message.put("orderNo", demand.orderNo());
        message.put("type", demand.type());
        message.put("buyer", demand.buyer());
        message.put("amountCents", demand.amountCents());
        message.put("redOfNumber", demand.redOfNumber());
        if (!"ACCEPTED".equals(call("/invoices", message).path("status").asText())) {
            throw new InvoiceFailure("request", "unreadable answer");
        }
    }

    @Override
    public Answer query(String requestNo) {
        JsonNode answer = call("/invoices/results", Map.of("requestNo", requestNo));
        return switch (answer.path("status").asText()) {
            case "UNKNOWN" -> new Unknown();
            case "PROCESSING" -> new Waiting();
            case "ISSUED" -> issued(answer);
            case "REFUSED" -> refused(answer);
            default -> throw new InvoiceFailure("query", "unreadable answer");
        };
    }

    private static Answer issued(JsonNode answer) {
        String number = answer.path("number").asText();
        try {
            byte[] pdf = Base64.getDecoder().decode(answer.path("pdf").asText());
            boolean isPdf = pdf.length <= LARGEST_PDF
                    && new String(pdf, 0, Math.min(5, pdf.length), StandardCharsets.US_ASCII).equals("%PDF-");
            if (isPdf && number.matches("[A-Za-z0-9-]{1,40}")) {
                return new Issued(number, pdf);
            }
        } catch (IllegalArgumentException e) {
            throw new InvoiceFailure("query", e);
        }
        throw new InvoiceFailure("query", "unreadable answer");
    }

    private static Answer refused(JsonNode answer) {
        String code = answer.path("code").asText();
        return new Refused(code.matches("[A-Z_]{1,40}") ? code : "OTHER");
    }

    private JsonNode call(String path, Map<String, Object> message) {
        try {
            byte[] body = json.writeValueAsBytes(message);
            URI address = URI.create(settings.serverUrl() + path);
            String timestamp = String.valueOf(clock.instant().getEpochSecond());
            String nonce = UUID.randomUUID().toString();
            String what = "POST\n" + address.getPath();
            return http.method(HttpMethod.POST)
                    .uri(address)
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("X-App", settings.appId())
                    .header("X-Timestamp", timestamp)
                    .header("X-Nonce", nonce)
                    .header("X-Signature", InvoiceSignature.of(settings.secret(), what, timestamp, nonce, body))
                    .body(body)
                    .exchange((request, response) -> {
                        if (!response.getStatusCode().is2xxSuccessful()) {
                            throw new InvoiceFailure(
                                    "call", "HTTP " + response.getStatusCode().value());
                        }
                        byte[] answer = response.getBody().readAllBytes();
                        String given = response.getHeaders().getFirst("X-Signature");
                        return verified(answer, timestamp, nonce, given == null ? "" : given);
                    });
        } catch (RestClientException | JsonProcessingException e) {
            throw new InvoiceFailure("call", e);
        }
    }

    /** The answer is signed over our own timestamp and nonce, so that an old one cannot be played back. */
    private JsonNode verified(byte[] answer, String timestamp, String nonce, String given) throws IOException {
        String expected = InvoiceSignature.of(settings.secret(), "ANSWER", timestamp, nonce, answer);
        if (!InvoiceSignature.isGenuine(expected, given)) {
            throw new InvoiceFailure("call", "signature");
        }
        return json.readTree(answer);
    }
}
