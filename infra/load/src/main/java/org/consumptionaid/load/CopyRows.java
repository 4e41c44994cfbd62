package org.consumptionaid.load;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows for one table, sent by {@code COPY} in pieces of some thousand. */
final class CopyRows {
    private static final int PIECE_CHARACTERS = 4_000_000;

    private final PGConnection connection;
    private final String copy;
    private final StringBuilder rows = new StringBuilder();

    /**
     * Prepares rows for a table.
     *
     * @param columns the table and, in brackets, its columns
     */
    CopyRows(Connection connection, String columns) throws SQLException {
        this.connection = connection.unwrap(PGConnection.class);
        this.copy = "COPY " + columns + " FROM STDIN";
    }

    void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            append(values[i]);
        }
        rows.append('\n');
    }

    boolean full() {
        return rows.length() > PIECE_CHARACTERS;
    }

    /** Writes what was added so far. */
    void send() throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        var writing = connection.getCopyAPI().copyIn(copy);
        writing.writeToCopy(bytes, 0, bytes.length);
        writing.endCopy();
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            rows.append("\\N");
            return;
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(letter);
            }
        }
    }
}
