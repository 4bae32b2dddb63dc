package org.keyway.invoice;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An empty database in memory. */
public final class InvoiceBench {

    private InvoiceBench() {}

    public static JdbcDataSource database() {
        JdbcDataSource data = new JdbcDataSource();
        data.setURL("jdbc:h2:mem:invoice" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(data)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return data;
    }

    public static JdbcClient jdbc() {
        return JdbcClient.create(database());
    }
}
