package org.consumptionaid.marketplace.remittance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be read of a statement: the cells of the first bad rows, and how many rows in all.
 */
final class BadCells {
    static final int MOST_ROWS = 100;

    private final Set<BadStatement.Cell> cells = new LinkedHashSet<>();
    private int rows;
    private int lastLine = -1;

    void add(int line, @Nullable String column, BadStatement.What what) {
        if (line != lastLine) {
            rows++;
            lastLine = line;
        }
        if (rows <= MOST_ROWS) {
            cells.add(new BadStatement.Cell(line, column, what));
        }
    }

    /** Refuses the file if any row is bad: {@link BadStatement}. */
    void throwIfAny() {
        if (rows > 0) {
            throw new BadStatement(List.copyOf(cells), rows);
        }
    }
}
