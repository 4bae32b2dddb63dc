package org.keyway.crash;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Ends the life of a unit of work once at every point that was never died at: before a transaction is committed (its
 * outside effects have happened) and after (nobody has been told). What is not committed yet is taken back at once, as
 * the database does for the dead; the thread never goes on, and {@link Death} halts the JVM.
 */
final class Probe implements TransactionExecutionListener {

    private final Death death;

    Probe(Death death) {
        this.death = death;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, Throwable failure) {
        if (failure == null) {
            String name = transaction.getTransactionName();
            Unit.present().opened(connection(), name == null || name.isEmpty());
        }
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        Unit unit = Unit.present();
        if (unit.isWorthDyingFor()) {
            dieOnce(unit, "before", unit.committing());
        }
    }

    @Override
    public void afterCommit(TransactionExecution transaction, Throwable failure) {
        Unit unit = Unit.present();
        if (unit.isWorthDyingFor() && failure == null) {
            dieOnce(unit, "after", unit.last());
        }
        unit.closed(failure == null);
    }

    @Override
    public void afterRollback(TransactionExecution transaction, Throwable failure) {
        Unit.present().closed(false);
    }

    private void dieOnce(Unit unit, String moment, String transaction) {
        if (death.comes(unit.who(), moment, transaction)) {
            unit.open().forEach(Probe::takeBack);
            death.await(unit.isCounted());
        }
    }

    private static void takeBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connection() {
        return TransactionSynchronizationManager.getResourceMap().values().stream()
                .filter(ConnectionHolder.class::isInstance)
                .map(holder -> ((ConnectionHolder) holder).getConnection())
                .findFirst()
                .orElseThrow();
    }
}
