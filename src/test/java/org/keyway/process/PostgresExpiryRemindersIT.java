package org.keyway.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

/** The same sweep on PostgreSQL. */
class PostgresExpiryRemindersIT extends ExpiryRemindersTest {

    private EmbeddedPostgres postgres;

    @Override
    DataSource database() {
        try {
            postgres = EmbeddedPostgres.start();
            return postgres.getPostgresDatabase();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }
}
