package org.keyway.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an earlier run left in its folder: the orders that were let alone, and the classes that were loaded. */
final class Earlier {

    private final Path folder;
    private final JdbcClient database;

    Earlier(Path folder) {
        this.folder = folder;
        this.database = JdbcClient.create(new DriverManagerDataSource(
                "jdbc:h2:file:" + folder.resolve("alone/data/keyway").toAbsolutePath() + ";DB_CLOSE_DELAY=-1",
                "sa",
                ""));
    }

    Ledger ledger(Scenario scenario) {
        try {
            String orderNo = Files.readAllLines(folder.resolve("alone/orders.txt")).stream()
                    .filter(line -> line.endsWith(" " + scenario.name() + "#0"))
                    .map(line -> line.split(" ")[0])
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + scenario.name() + " in " + folder));
            return Ledger.of(database, orderNo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path classes() {
        return folder.resolve("classes.txt");
    }
}
