package org.keyway.shared.sandbox;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.keyway.shared.KeywayProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Delivers notices to this server by HTTP on loopback, like a partner: again and again until it hears yes. */
@Component
@ConditionalOnBooleanProperty("keyway.demo")
public class SandboxPost implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxPost.class);
    private static final int[] AGAIN_AFTER_SECONDS = {1, 3, 10, 30};

    private final String publicUrl;
    private final Environment environment;
    private final RestClient http;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sandbox-post");
        thread.setDaemon(true);
        return thread;
    });

    public SandboxPost(KeywayProperties properties, Environment environment) {
        this.publicUrl = properties.publicUrl();
        this.environment = environment;
        SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(Duration.ofSeconds(2));
        factory.setReadTimeout(Duration.ofSeconds(30));
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    /** Now, or after some seconds; repeated on a short schedule until {@code delivery} says yes. */
    public void deliver(int delaySeconds, BooleanSupplier delivery) {
        if (delaySeconds > 0) {
            later.schedule(() -> attempt(delivery, 0), delaySeconds, TimeUnit.SECONDS);
        } else {
            attempt(delivery, 0);
        }
    }

    /** One POST of JSON; true when it was answered with 2xx. */
    public boolean post(String path, byte[] body, String signature) {
        try {
            return http.post()
                    .uri(base().resolve(path))
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("X-Sandbox-Signature", signature)
                    .body(body)
                    .exchange((request, response) -> response.getStatusCode().is2xxSuccessful());
        } catch (RestClientException e) {
            LOG.warn("Sandbox notice was not delivered: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    private void attempt(BooleanSupplier delivery, int round) {
        if (!delivery.getAsBoolean() && round < AGAIN_AFTER_SECONDS.length) {
            later.schedule(() -> attempt(delivery, round + 1), AGAIN_AFTER_SECONDS[round], TimeUnit.SECONDS);
        }
    }

    private URI base() {
        String port = environment.getProperty("local.server.port");
        URI base = URI.create(port == null ? publicUrl : "http://127.0.0.1:" + port);
        try {
            if (!InetAddress.getByName(base.getHost()).isLoopbackAddress()) {
                throw new IllegalStateException("The sandbox delivers to loopback only");
            }
        } catch (UnknownHostException e) {
            throw new IllegalStateException("The sandbox delivers to loopback only", e);
        }
        return base;
    }

    @Override
    public void destroy() {
        later.shutdownNow();
    }
}
