package org.keyway.subscriber;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.keyway.shared.KeywayClock;
import org.keyway.shared.KeywayProperties;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.SealedText;
import org.keyway.shared.Secrets;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The subscriber package over an in-memory database, with accounts and phones of a test. */
final class Front implements AutoCloseable {

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Wiring {}

    /** Accounts in memory. */
    static final class FakeAccounts implements Accounts {

        final Map<String, String> passwords = new HashMap<>(Map.of("li", "keyway"));

        @Override
        public boolean exists(String account) {
            return passwords.containsKey(account);
        }

        @Override
        public void open(String account, String personName, String password) {
            passwords.put(account, password);
        }

        @Override
        public void changePassword(String account, String password) {
            passwords.put(account, password);
        }
    }

    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final KeywayClock clock = new KeywayClock(event -> {});
    final FakeAccounts accounts = new FakeAccounts();
    final List<String> sent = new ArrayList<>();
    final JdbcClient jdbc;

    Front() {
        JdbcDataSource data = new JdbcDataSource();
        data.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(data)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        jdbc = JdbcClient.create(data);
        var properties = new KeywayProperties(
                java.nio.file.Path.of("."), java.nio.file.Path.of("."), true, "http://localhost:8080", "test-secret");
        context.registerBean(DataSource.class, () -> data);
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(data));
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(KeywayProperties.class, () -> properties);
        context.registerBean(KeywayClock.class, () -> clock);
        context.registerBean(Accounts.class, () -> accounts);
        context.registerBean(ResetMessages.class, () -> (id, mobile, code) -> sent.add(mobile + " " + code));
        context.registerBean(
                SignInProperties.class, () -> new SignInProperties(3, 10, java.time.Duration.ofMinutes(10)));
        context.registerBean("resetExecutor", Executor.class, () -> Runnable::run);
        context.register(Wiring.class, OwnTransaction.class, Secrets.class, SealedText.class);
        context.register(
                Subscribers.class,
                Registrations.class,
                SignInFailures.class,
                SignInGuard.class,
                ResetCodes.class,
                PasswordResets.class);
        context.refresh();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
