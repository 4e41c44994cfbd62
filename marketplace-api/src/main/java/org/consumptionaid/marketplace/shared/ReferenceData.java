package org.consumptionaid.marketplace.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * A repeatable migration that loads tables of reference data. It runs again when the files or
 * {@link #revision} have changed, so it must be idempotent; rows of a later run replace those of
 * the same key.
 */
public abstract class ReferenceData implements JavaMigration {
    private final String description;
    private final String[] files;

    /**
     * @param description orders the loaders: they run alphabetically, after all versioned
     *     migrations
     */
    protected ReferenceData(String description, String... files) {
        this.description = description;
        this.files = files;
    }

    /** Counts changes of the loader itself. */
    protected int revision() {
        return 1;
    }

    protected abstract void load(Connection connection) throws SQLException;

    /** One row's values, in the order of the statement's placeholders. */
    protected interface RowValues<T> {
        List<@Nullable Object> of(T row);
    }

    /** Runs the statement once per row, as one batch. */
    protected static <T> void batch(
            Connection connection, String sql, List<T> rows, RowValues<T> values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
                bind(statement, values.of(row));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> values)
            throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    @Override
    public final void migrate(Context context) throws SQLException {
        load(context.getConnection());
    }

    @Override
    public final String getDescription() {
        return description;
    }

    @Override
    public final Integer getChecksum() {
        return CsvTable.checksum(files) * 31 + revision();
    }

    @Override
    public final @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return true;
    }
}
