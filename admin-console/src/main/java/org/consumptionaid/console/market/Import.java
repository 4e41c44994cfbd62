package org.consumptionaid.console.market;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet of products on its way in.
 *
 * @param notices what the file has that was left aside
 * @param errors of the first bad rows
 * @param products the first ones that it listed or changed
 */
public record Import(
        String id,
        String fileName,
        String state,
        int rows,
        int checked,
        int good,
        int bad,
        int added,
        int changed,
        int unchanged,
        @Nullable Boolean goodRowsOnly,
        @Nullable List<String> notices,
        @Nullable List<RowError> errors,
        @Nullable List<ListedProduct> products,
        Instant createdAt) {

    /** One thing that is wrong; {@code cell} such as C17, null if it is the whole row. */
    public record RowError(
            int row, @Nullable String cell, @Nullable String column, String message) {}

    public record ListedProduct(int row, String id, String name) {}

    /** The marketplace is at it; there is nothing to do but wait. */
    public boolean working() {
        return state.equals("CHECKING") || state.equals("APPLYING");
    }

    /** The cooperative decides now. */
    public boolean waits() {
        return state.equals("CHECKED");
    }

    public boolean applied() {
        return state.equals("APPLIED");
    }

    /** Rows that would list or change something. */
    public int toApply() {
        return added + changed;
    }

    /** How many bad rows {@link #errors} tells of. */
    public long rowsShown() {
        return errors == null ? 0 : errors.stream().mapToInt(RowError::row).distinct().count();
    }
}
