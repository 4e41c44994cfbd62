package org.consumptionaid.marketplace.sheets;

import java.util.Arrays;
import java.util.List;
import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a row.
 *
 * @param column where; none if it is the whole row
 * @param key of its sentence
 * @param arguments what the sentence names after the column's title
 */
record Wrong(@Nullable Column column, String key, List<String> arguments) {
    static Wrong of(Column column, String code, Object... arguments) {
        return new Wrong(
                column,
                "sheet.error." + code,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** What the catalogue said when the row was to be saved. */
    static Wrong of(Refusal refusal) {
        Problem problem = refusal.problem();
        return new Wrong(
                null,
                "problem." + problem.code() + ".detail",
                problem.arguments().stream().map(String::valueOf).toList());
    }
}
