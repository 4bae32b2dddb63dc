package org.keyway.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Kills the JVM, without any hook, once at every point that was never died at: before a transaction is committed (its
 * outside effects have happened) and after (nobody has been told). The points are kept in a file over all lives.
 */
final class Probe implements TransactionExecutionListener {

    private static final int KILLED = 137;
    private static final long LINGER_NANOS = Long.getLong("crash.linger-millis", 3000) * 1_000_000;
    private static final Pattern WANTED = Pattern.compile(System.getProperty("crash.units", ".*"));

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

    /**
     * Before the last commit locks are held that would stop everybody: dies at once. Elsewhere it waits a moment, so that
     * one death finds several units of work each at a point of its own.
     */
    private void dieOnce(String moment, String transaction) {
        String point = moment + " | " + transaction;
        if (!armed || !WANTED.matcher(transaction).matches() || !died.add(point)) {
            return;
        }
        note(point);
        if (moment.equals("after") || transaction.contains("| own")) {
            linger();
        }
        Runtime.getRuntime().halt(KILLED);
    }

    private synchronized void note(String point) {
        try {
            Files.writeString(
                    file, point + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void linger() {
        long end = System.nanoTime() + LINGER_NANOS;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
