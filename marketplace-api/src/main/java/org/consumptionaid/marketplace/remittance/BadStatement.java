package org.consumptionaid.marketplace.remittance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that cannot be read; nothing of it is imported. */
final class BadStatement extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    enum What {
        /** No row holds all the columns of the bank's mapping. */
        HEADER,
        DAY,
        AMOUNT,
        REFERENCE,
        CURRENCY,
        /** A character that cannot be kept. */
        CHARACTER,
        TOO_LONG,
        /** Neither CSV in the bank's character set nor well-formed camt.053. */
        FORM
    }

    /**
     * One thing that is wrong.
     *
     * @param line of the file; 0 for the file as a whole
     * @param column as the bank calls it; none if it is not one column
     */
    record Cell(int line, @Nullable String column, What what) {}

    private final transient List<Cell> cells;
    private final int rows;

    /**
     * A statement with bad rows.
     *
     * @param cells of the first of them
     * @param rows how many there are
     */
    BadStatement(List<Cell> cells, int rows) {
        super(cells.getFirst().what() + " in line " + cells.getFirst().line());
        this.cells = List.copyOf(cells);
        this.rows = rows;
    }

    /** A file that cannot be read any further. */
    BadStatement(int line, What what) {
        this(List.of(new Cell(line, null, what)), 1);
    }

    List<Cell> cells() {
        return cells;
    }

    RemittanceRefusal refusal() {
        return new RemittanceRefusal.StatementUnreadable(cells, rows);
    }
}
