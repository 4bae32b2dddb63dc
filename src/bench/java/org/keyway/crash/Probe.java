package org.keyway.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Kills the JVM, without any hook, once at every point that was never died at: before a transaction is committed (its
 * outside effects have happened) and after (nobody has been told). The points are kept in a file over all lives.
 */
final class Probe implements TransactionExecutionListener {

    private static final int KILLED = 137;

    private final Path file = Path.of(System.getProperty("crash.points"));
    private final boolean armed = Boolean.getBoolean("crash.armed");
    private final Set<String> died = ConcurrentHashMap.newKeySet();

    Probe() {
        try {
            died.addAll(Files.exists(file) ? Files.readAllLines(file) : Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterBegin(TransactionExecution transaction, Throwable failure) {
        String name = transaction.getTransactionName();
        Unit.present().opened(name == null || name.isEmpty());
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        Unit unit = Unit.present();
        if (unit.isWorthDyingFor()) {
            dieOnce("before", unit.committing());
        }
    }

    @Override
    public void afterCommit(TransactionExecution transaction, Throwable failure) {
        Unit unit = Unit.present();
        if (unit.isWorthDyingFor() && failure == null) {
            dieOnce("after", unit.last());
        }
        unit.closed();
    }

    @Override
    public void afterRollback(TransactionExecution transaction, Throwable failure) {
        Unit.present().closed();
    }

    private void dieOnce(String moment, String transaction) {
        String point = moment + " | " + transaction;
        if (!armed || !died.add(point)) {
            return;
        }
        synchronized (this) {
            try {
                Files.writeString(
                        file,
                        point + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND,
                        StandardOpenOption.SYNC);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
