package org.keyway.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OwnTransactionTest {

    private JdbcClient jdbc;
    private TransactionTemplate caller;
    private OwnTransaction own;

    @BeforeEach
    void database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        jdbc = JdbcClient.create(source);
        DataSourceTransactionManager manager = new DataSourceTransactionManager(source);
        caller = new TransactionTemplate(manager);
        own = new OwnTransaction(manager);
        jdbc.sql("create table fact (id int primary key, seen int)").update();
        jdbc.sql("insert into fact values (1, 0)").update();
    }

    @Test
    void anIntentionOutlivesItsCaller() {
        assertThatIllegalStateException()
                .isThrownBy(() -> caller.executeWithoutResult(status -> {
                    own.commit(this::see);
                    throw new IllegalStateException();
                }));
        assertThat(seen()).isOne();
    }

    @Test
    void whatHappenedIsCommittedWithItsCaller() {
        caller.executeWithoutResult(status -> {
            own.happened(this::see);
            assertThat(own.commit(this::seen)).as("not before").isZero();
        });
        assertThat(seen()).isOne();
    }

    @Test
    void whatHappenedOutlivesACallerThatFails() {
        assertThatIllegalStateException()
                .isThrownBy(() -> caller.executeWithoutResult(status -> {
                    own.happened(this::see);
                    throw new IllegalStateException();
                }));
        assertThat(seen()).isOne();
    }

    @Test
    void withoutCallerItIsCommittedAtOnce() {
        own.happened(this::see);
        assertThat(seen()).isOne();
    }

    private int see() {
        return jdbc.sql("update fact set seen = seen + 1").update();
    }

    private int seen() {
        return jdbc.sql("select seen from fact").query(Integer.class).single();
    }
}
