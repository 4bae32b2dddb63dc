package org.keyway.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SealedTextTest {

    private static final String NUMBER = "330683199003070014";

    private final SealedText sealed = with("one");

    @Test
    void opensWhatItSealedAndNeverWritesTheSameTwice() {
        String stored = sealed.seal(NUMBER);
        assertThat(stored).startsWith("sealed1:").doesNotContain(NUMBER).hasSizeLessThan(160);
        assertThat(sealed.open(stored)).isEqualTo(NUMBER);
        assertThat(sealed.seal(NUMBER)).isNotEqualTo(stored);
        assertThat(sealed.seal(stored)).isEqualTo(stored);
        assertThat(sealed.open(NUMBER)).isEqualTo(NUMBER);
    }

    @Test
    void whatWasChangedOrSealedUnderAnotherSecretDoesNotOpen() {
        String stored = sealed.seal(NUMBER);
        char last = stored.charAt(20);
        String changed = stored.substring(0, 20) + (last == 'A' ? 'B' : 'A') + stored.substring(21);
        assertThatThrownBy(() -> sealed.open(changed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> with("other").open(stored)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theIndexIsTheSameForTheSameTextSealedOrNot() {
        assertThat(sealed.index("a", NUMBER))
                .isEqualTo(sealed.index("a", sealed.seal(NUMBER)))
                .isNotEqualTo(sealed.index("b", NUMBER))
                .isNotEqualTo(with("other").index("a", NUMBER))
                .hasSize(64);
    }

    @Test
    void rowsInClearAreRewrittenOnceWhenTheServerStarts() {
        JdbcDataSource data = new JdbcDataSource();
        data.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(data).load().migrate();
        JdbcClient jdbc = JdbcClient.create(data);
        jdbc.sql("insert into subscriber_identity (account, id_number) values ('qian', ?)")
                .param(NUMBER)
                .update();
        ColumnRewrite rewrite = new ColumnRewrite(
                "44.3",
                "subscriber_identity",
                List.of("account"),
                "id_number",
                Map.of("id_number", sealed::seal, "id_index", text -> sealed.index("a", text)));
        Flyway flyway =
                Flyway.configure().dataSource(data).javaMigrations(rewrite).load();
        assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);
        assertThat(flyway.migrate().migrationsExecuted).isZero();
        Map<String, Object> row =
                jdbc.sql("select * from subscriber_identity").query().singleRow();
        assertThat(sealed.open(row.get("id_number").toString())).isEqualTo(NUMBER);
        assertThat(row.get("id_number").toString()).isNotEqualTo(NUMBER);
        assertThat(row.get("id_index")).isEqualTo(sealed.index("a", NUMBER));
    }

    private static SealedText with(String secret) {
        return new SealedText(new Secrets(
                new KeywayProperties(Path.of("."), Path.of("target"), true, "http://localhost", "not-real-" + secret)));
    }
}
