package org.keyway.payment.wechat;

import com.wechat.pay.java.core.Config;
import com.wechat.pay.java.core.http.AbstractHttpClient;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.http.OriginalResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** The SDK's requests over our own HTTP client: signed and checked by the SDK, sent to the address of the settings. */
final class WechatHttp extends AbstractHttpClient {

    private final URI server;
    private final RestClient http;

    WechatHttp(Config config, URI server) {
        super(config.createCredential(), config.createValidator());
        this.server = server;
        SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(Duration.ofSeconds(3));
        factory.setReadTimeout(Duration.ofSeconds(10));
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    @Override
    protected OriginalResponse innerExecute(HttpRequest request) {
        RestClient.RequestBodySpec call = http.method(
                        HttpMethod.valueOf(request.getHttpMethod().name()))
                .uri(here(request.getUri()))
                .headers(headers -> request.getHeaders().getHeaders().forEach(headers::set));
        if (request.getBody() instanceof JsonRequestBody json) {
            call = call.body(json.getBody().getBytes(StandardCharsets.UTF_8));
        }
        return call.exchange((sent, answer) -> response(request, answer));
    }

    private URI here(URI wanted) {
        String query = wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery();
        return server.resolve(wanted.getRawPath() + query);
    }

    private static OriginalResponse response(HttpRequest request, ClientHttpResponse answer) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.getHeaders().toSingleValueMap());
        return new OriginalResponse.Builder()
                .request(request)
                .headers(headers)
                .statusCode(answer.getStatusCode().value())
                .contentType(headers.get("Content-Type"))
                .body(new String(answer.getBody().readAllBytes(), StandardCharsets.UTF_8))
                .build();
    }

    @Override
    protected InputStream innerDownload(HttpRequest request) {
        return http.method(HttpMethod.GET)
                .uri(here(URI.create(request.getUrl().toString())))
                .headers(headers -> request.getHeaders().getHeaders().forEach(headers::set))
                .exchange((sent, answer) -> {
                    if (!answer.getStatusCode().is2xxSuccessful()) {
                        throw new IOException("HTTP " + answer.getStatusCode().value());
                    }
                    return new ByteArrayInputStream(answer.getBody().readAllBytes());
                });
    }

    @Override
    protected String getHttpClientInfo() {
        return "keyway";
    }
}
