package org.consumptionaid.console.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a month that is over came to; a row without {@code fen} is held back. */
public record Figures(
        String month,
        @Nullable Long seal,
        @Nullable String sealHash,
        long fewestHouseholds,
        List<Row> rows) {

    public record Row(
            String measure,
            @Nullable String countyCode,
            @Nullable String countyName,
            @Nullable Long households,
            @Nullable Long fen) {}

    /** The rows of all counties together. */
    public List<Row> nation() {
        return rows.stream().filter(row -> row.countyCode() == null).toList();
    }

    public List<Row> counties() {
        return rows.stream().filter(row -> row.countyCode() != null).toList();
    }
}
