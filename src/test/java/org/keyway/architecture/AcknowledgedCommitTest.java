package org.keyway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** What the H2 file database of the demo has acknowledged is still there after kill -9 in the next moment. */
class AcknowledgedCommitTest {

    @TempDir
    private Path folder;

    @Test
    void outlivesTheProcess() throws Exception {
        String url = url();
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName(),
                        url)
                .inheritIO()
                .start();
        assertThat(victim.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(victim.exitValue()).isEqualTo(137);
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from payment_notice")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    /** The database of the shipped configuration, in a folder of this test. */
    private String url() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        yaml.setDocumentMatchers(properties -> properties.containsKey("spring.config.activate.on-profile")
                ? org.springframework.beans.factory.config.YamlProcessor.MatchStatus.NOT_FOUND
                : org.springframework.beans.factory.config.YamlProcessor.MatchStatus.FOUND);
        return yaml.getObject()
                .getProperty("spring.datasource.url")
                .replace("${keyway.data-dir}", folder.toAbsolutePath().toString());
    }

    /** Writes one row, hears that it is committed, and is gone. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) throws SQLException {
            Connection connection = DriverManager.getConnection(arguments[0], "sa", "");
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table payment_notice (id int)");
                statement.execute("insert into payment_notice values (1)");
            }
            Runtime.getRuntime().halt(137);
        }
    }
}
