package org.keyway.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.keyway.shared.KeywayClock;
import org.keyway.shared.KeywayProperties;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.Secrets;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Certificates (and more, by package) wired over an in-memory database: transactions are real, nothing else starts. */
public final class House implements AutoCloseable {

    /** Collects what was published. */
    public static class Heard {
        public final List<Object> events = new ArrayList<>();

        @EventListener
        public void on(Object event) {
            if (event.getClass().getName().startsWith("org.keyway")) {
                events.add(event);
            }
        }
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Wiring {}

    private static byte[] ca;

    public final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    public final KeywayClock clock = new KeywayClock(event -> {});
    public final JdbcClient jdbc;
    private final Path dataDir;
    private final String[] packages;

    public House(Path dataDir, String... packages) {
        this(dataDir, true, packages);
    }

    public House(Path dataDir, boolean demo, String... packages) {
        this(dataDir, inMemory(), demo, packages);
    }

    public House(Path dataDir, DataSource data, boolean demo, String... packages) {
        this.dataDir = dataDir;
        this.packages = packages;
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, "keyway.demo=" + demo);
        Flyway.configure()
                .dataSource(data)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        jdbc = JdbcClient.create(data);
        var properties = new KeywayProperties(Path.of("."), dataDir, true, "http://localhost:8080", "test-secret");
        context.registerBean(DataSource.class, () -> data);
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(data));
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(KeywayProperties.class, () -> properties);
        context.registerBean(KeywayClock.class, () -> clock);
        context.register(Wiring.class, OwnTransaction.class, Secrets.class, Heard.class);
    }

    public House start() {
        context.scan("org.keyway.certificate");
        if (packages.length > 0) {
            context.scan(packages);
        }
        if (inToken()) {
            context.refresh();
            return this;
        }
        borrowCa(dataDir.resolve("ca/ca.p12"));
        context.refresh();
        lendCa(dataDir.resolve("ca/ca.p12"));
        return this;
    }

    private boolean inToken() {
        return context.getEnvironment().getProperty("keyway.certificate.token.enabled", Boolean.class, false);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public List<Object> heard() {
        return get(Heard.class).events;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Making a CA takes seconds: the first house of this JVM lends its keystore to the others. */
    private static void borrowCa(Path file) {
        if (ca != null && Files.notExists(file)) {
            AtomicFile.write(file, ca);
        }
    }

    private static void lendCa(Path file) {
        try {
            ca = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSource inMemory() {
        JdbcDataSource data = new JdbcDataSource();
        data.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000");
        return data;
    }
}
