package org.keyway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.shared.AuditRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditTrailTest {

    private JdbcClient jdbc;
    private AuditTrail trail;

    @BeforeEach
    void openAChain() {
        jdbc = JdbcClient.create(database());
        trail = new AuditTrail(jdbc, Clock.systemUTC());
        for (int i = 0; i < 5; i++) {
            trail.append(new AuditRecord("li", "review.approve", "XB2026112100000" + i, "round 1"));
        }
    }

    @Test
    void fitsTogetherAsWritten() {
        assertThat(trail.firstBroken()).isEmpty();
        assertThat(trail.of("XB20261121000003"))
                .singleElement()
                .extracting(AuditTrail.Entry::actor)
                .isEqualTo("li");
    }

    @Test
    void findsWhatWasAskedForNewestFirst() {
        trail.append(new AuditRecord("wu", "review.return", "XB20261121000003", "100%_round"));
        var all = new AuditTrail.Search("XB2026", null, "", null, null, 3);
        assertThat(trail.search(all)).extracting(AuditTrail.Entry::sequence).containsExactly(6L, 5L, 4L);
        var own = new AuditTrail.Search("000003", "wu", "review", "2020-01-01", "2999-01-01", 10);
        assertThat(trail.search(own))
                .singleElement()
                .extracting(AuditTrail.Entry::actor)
                .isEqualTo("wu");
        var joker = new AuditTrail.Search("%", null, null, null, null, 10);
        assertThat(trail.search(joker)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'wu' where sequence = 3",
                "delete from audit_entry where sequence = 3",
                "delete from audit_entry where sequence = 5",
                "update audit_entry set detail = '' where sequence = 1",
                "insert into audit_entry select 6, at, actor, action, subject, detail, previous_hash, hash from audit_entry where sequence = 5"
            })
    void showsEveryKindOfTampering(String tampering) {
        jdbc.sql(tampering).update();
        assertThat(trail.firstBroken()).isPresent();
    }

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:audit" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }
}
