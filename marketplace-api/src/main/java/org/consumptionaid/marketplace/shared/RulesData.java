package org.consumptionaid.marketplace.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads the dated figures of {@code rules.csv}. */
@Component
class RulesData extends ReferenceData {
    private static final String FILE = "rules.csv";
    private static final String UPSERT =
            """
            INSERT INTO rule (code, jurisdiction, valid_from, valid_to, value, unit, citation, grade)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (code, jurisdiction, valid_from) DO UPDATE
            SET valid_to = excluded.valid_to, value = excluded.value, unit = excluded.unit,
                citation = excluded.citation, grade = excluded.grade
            """;

    RulesData() {
        super("2 rules in force", FILE);
    }

    @Override
    protected void load(Connection connection) throws SQLException {
        batch(
                connection,
                UPSERT,
                CsvTable.read(FILE),
                row ->
                        Arrays.asList(
                                row.getField("code"),
                                row.getField("jurisdiction"),
                                start(row.getField("valid_from")),
                                start(CsvTable.textOrNull(row, "valid_to")),
                                Long.valueOf(row.getField("value")),
                                row.getField("unit"),
                                row.getField("citation"),
                                row.getField("grade")));
    }

    private static @Nullable OffsetDateTime start(@Nullable String day) {
        return day == null
                ? null
                : LocalDate.parse(day).atStartOfDay(BusinessDay.ZONE).toOffsetDateTime();
    }
}
