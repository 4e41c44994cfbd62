package org.consumptionaid.marketplace.sheets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param keys what no other row of the file may have too
 * @param draft of a row that is new or a change
 */
record CheckedRow(
        int number, Outcome outcome, List<String> keys, @Nullable Draft draft, List<Wrong> wrongs) {

    enum Outcome {
        NEW,
        CHANGE,
        /** The product is already what the row says. */
        SAME,
        BAD
    }
}
