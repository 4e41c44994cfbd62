package org.consumptionaid.marketplace.region;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.consumptionaid.marketplace.shared.CsvTable;
import org.consumptionaid.marketplace.shared.ReferenceData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Loads all divisions and the 832 listed counties. A county's place in the file is its key, for
 * neither its code nor its name is one: 大柴旦行委 has no code, and 冷湖 and 茫崖 now share theirs.
 */
@Component
class RegionData extends ReferenceData {
    private static final String DIVISIONS = "divisions.csv";
    private static final String COUNTIES = "counties-832.csv";
    private static final String UPSERT_DIVISION =
            """
            INSERT INTO division (code, province, prefecture, name, longitude, latitude) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE
            SET province = excluded.province, prefecture = excluded.prefecture, name = excluded.name,
                longitude = excluded.longitude, latitude = excluded.latitude
            """;
    // divisions.csv has four counties under the codes they had before they became cities (黔西, 错那,
    // 米林, 旬阳).
    private static final String ADD_DIVISION =
            """
            INSERT INTO division (code, province, prefecture, name, longitude, latitude) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (code) DO NOTHING
            """;
    private static final String UPSERT_COUNTY =
            """
            INSERT INTO listed_county (entry, code, code_at_exit, province, prefecture, name, listed_name, exit_year,
                                       supervised_2020, deep_poverty_area, longitude, latitude)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (entry) DO UPDATE
            SET code = excluded.code, code_at_exit = excluded.code_at_exit, province = excluded.province,
                prefecture = excluded.prefecture, name = excluded.name, listed_name = excluded.listed_name,
                exit_year = excluded.exit_year, supervised_2020 = excluded.supervised_2020,
                deep_poverty_area = excluded.deep_poverty_area, longitude = excluded.longitude,
                latitude = excluded.latitude
            """;

    RegionData() {
        super("1 divisions and listed counties", DIVISIONS, COUNTIES);
    }

    @Override
    protected void load(Connection connection) throws SQLException {
        List<NamedCsvRecord> counties = CsvTable.read(COUNTIES);
        List<NamedCsvRecord> coded =
                counties.stream().filter(county -> !county.getField("code").isEmpty()).toList();
        batch(connection, UPSERT_DIVISION, CsvTable.read(DIVISIONS), RegionData::division);
        batch(connection, ADD_DIVISION, coded, RegionData::division);
        List<Integer> entries = IntStream.range(0, counties.size()).boxed().toList();
        batch(connection, UPSERT_COUNTY, entries, entry -> county(entry, counties.get(entry)));
    }

    private static List<@Nullable Object> division(NamedCsvRecord row) {
        return Arrays.asList(
                row.getField("code"),
                row.getField("province"),
                row.getField("prefecture"),
                row.getField("name"),
                degrees(row, "lng"),
                degrees(row, "lat"));
    }

    private static List<@Nullable Object> county(int entry, NamedCsvRecord row) {
        return Arrays.asList(
                entry + 1,
                CsvTable.textOrNull(row, "code"),
                CsvTable.textOrNull(row, "code_at_exit"),
                row.getField("province"),
                CsvTable.textOrNull(row, "prefecture"),
                row.getField("name"),
                row.getField("name_listed"),
                Integer.valueOf(row.getField("exit_year")),
                row.getField("supervised_2020").equals("1"),
                CsvTable.textOrNull(row, "deep_poverty_area"),
                degrees(row, "lng"),
                degrees(row, "lat"));
    }

    private static @Nullable Double degrees(NamedCsvRecord row, String field) {
        String text = CsvTable.textOrNull(row, field);
        return text == null ? null : Double.valueOf(text);
    }
}
