package org.keyway.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.keyway.order.OrderNumbers;
import org.keyway.shared.KeywayClock;
import org.keyway.shared.KeywayProperties;
import org.keyway.shared.NoticeAnswer;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.sandbox.SandboxPost;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** One capability with its sandbox over an in-memory database and a real HTTP endpoint; nothing else starts. */
public final class PartnerBench implements AutoCloseable {

    /** Hears what is published. */
    public static class Ear {
        final List<Object> heard = new CopyOnWriteArrayList<>();

        @EventListener
        public void hear(Record event) {
            heard.add(event);
        }
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Wiring {}

    /** What stands behind the public endpoint. */
    public interface Endpoint {
        NoticeAnswer receive(String path, Map<String, String> headers, byte[] body);
    }

    public final KeywayClock clock = new KeywayClock(event -> {});
    public final JdbcClient jdbc;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Ear ear = new Ear();
    private static EmbeddedPostgres postgres;
    private final HttpServer server;
    private final Endpoint endpoint;

    public PartnerBench(Path dataDir, Endpoint endpoint, String... packages) throws IOException {
        this.endpoint = endpoint;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/api", this::serve);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        DataSource data = database();
        jdbc = JdbcClient.create(data);
        String url = "http://localhost:" + server.getAddress().getPort();
        KeywayProperties properties = new KeywayProperties(Path.of("."), dataDir, true, url, "not-a-real-secret");
        ResourceBundleMessageSource wording = new ResourceBundleMessageSource();
        wording.setBasenames("messages/payment", "messages/shipping", "messages/notification", "messages/trading");
        wording.setDefaultEncoding("UTF-8");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "bench",
                        Map.of(
                                "keyway.demo", "true",
                                "keyway.payment.bank.account-name", "Sample Centre",
                                "keyway.payment.bank.account-number", "6200000000000000017",
                                "keyway.payment.bank.bank-name", "Sample Bank")));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(data));
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(KeywayProperties.class, () -> properties);
        context.registerBean(KeywayClock.class, () -> clock);
        context.registerBean("messageSource", ResourceBundleMessageSource.class, () -> wording);
        context.registerBean(Ear.class, () -> ear);
        context.register(Wiring.class, OwnTransaction.class, SandboxPost.class, OrderNumbers.class);
        context.scan(packages);
        context.refresh();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Facts of one kind, in the order they were published. */
    public <T> List<T> heard(Class<T> type) {
        return ear.heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** H2 in memory; an embedded PostgreSQL with {@code -Dpartner.database=postgres}. */
    private static DataSource database() {
        DataSource data = "postgres".equals(System.getProperty("partner.database")) ? postgres() : h2();
        Flyway.configure()
                .dataSource(data)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return data;
    }

    private static DataSource h2() {
        JdbcDataSource data = new JdbcDataSource();
        data.setURL(
                "jdbc:h2:mem:partner" + System.nanoTime() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000;NON_KEYWORDS=DAY");
        return data;
    }

    private static synchronized DataSource postgres() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.start();
            }
            String name = "partner" + System.nanoTime();
            JdbcClient.create(postgres.getPostgresDatabase())
                    .sql("create database " + name)
                    .update();
            return postgres.getDatabase("postgres", name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        NoticeAnswer answer;
        try {
            answer = endpoint.receive(
                    exchange.getRequestURI().getPath(),
                    headers,
                    exchange.getRequestBody().readAllBytes());
        } catch (RuntimeException e) {
            answer = NoticeAnswer.text(500, "failure");
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        context.close();
        server.stop(0);
    }
}
