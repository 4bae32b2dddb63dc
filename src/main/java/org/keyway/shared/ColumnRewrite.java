package org.keyway.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * A migration that computes columns of every row of a table from one of its columns, where SQL cannot: once, at start.
 *
 * @param key columns that identify a row
 * @param source column that is read
 * @param targets columns that are written, each from the text of {@code source}
 */
public record ColumnRewrite(
        String version, String table, List<String> key, String source, Map<String, UnaryOperator<String>> targets)
        implements JavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        List<String> columns = new ArrayList<>(targets.keySet());
        String update = "update " + table + " set " + String.join(" = ?, ", columns) + " = ? where "
                + String.join(" = ? and ", key) + " = ?";
        Connection connection = context.getConnection();
        try (Statement rows = connection.createStatement();
                PreparedStatement change = connection.prepareStatement(update)) {
            rows.setFetchSize(500);
            try (ResultSet row =
                    rows.executeQuery("select " + String.join(", ", key) + ", " + source + " from " + table)) {
                while (row.next()) {
                    rewrite(row, columns, change);
                }
            }
        }
    }

    private void rewrite(ResultSet row, List<String> columns, PreparedStatement change) throws SQLException {
        String text = row.getString(source);
        int place = 1;
        for (String column : columns) {
            change.setString(place++, targets.get(column).apply(text));
        }
        for (String column : key) {
            change.setObject(place++, row.getObject(column));
        }
        change.executeUpdate();
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(version);
    }

    @Override
    public String getDescription() {
        return "rewrite " + table;
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
