package org.consumptionaid.marketplace.sheets;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.sheets.ImportStore.ListedRow;
import org.jspecify.annotations.Nullable;

/**
 * An import as its cooperative sees it.
 *
 * @param rows in the file
 * @param checked of them
 * @param good of those: {@code added + changed + unchanged}
 * @param notices what the file has that was left aside
 * @param errors of the first bad rows; all of them are in errors.xlsx
 * @param products the first ones that were listed or changed
 */
record ImportView(
        UUID id,
        String fileName,
        ImportState state,
        int rows,
        int checked,
        int good,
        int bad,
        int added,
        int changed,
        int unchanged,
        @Nullable Boolean goodRowsOnly,
        List<String> notices,
        List<RowError> errors,
        List<ListedRow> products,
        Instant createdAt) {

    /**
     * @param row as the spreadsheet shows it
     * @param cell such as C17; none if it is the whole row
     * @param column its title
     */
    record RowError(int row, @Nullable String cell, @Nullable String column, String message) {}

    static ImportView of(
            ImportJob job, List<String> notices, List<RowError> errors, List<ListedRow> products) {
        return new ImportView(
                job.id(),
                job.fileName(),
                job.state(),
                job.rows(),
                job.checked(),
                job.good(),
                job.bad(),
                job.added(),
                job.changed(),
                job.unchanged(),
                job.goodRowsOnly(),
                notices,
                errors,
                products,
                job.createdAt());
    }
}
