package org.consumptionaid.marketplace.school;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.consumptionaid.marketplace.shared.CsvTable;
import org.consumptionaid.marketplace.shared.ReferenceData;
import org.springframework.stereotype.Component;

/** Loads the amounts of WS/T 554-2017 for breakfast and lunch. */
@Component
class MealStandardData extends ReferenceData {
    private static final String BREAKFAST = "wst554/table3_breakfast_g.csv";
    private static final String LUNCH = "wst554/table4_lunch_or_dinner_g.csv";

    /** Lunch's row equals the whole day's, so one of the two is a misprint. */
    private static final Set<String> DOUBTFUL_AT_LUNCH = Set.of("大豆类及其制品和坚果");

    private static final BigDecimal MG_PER_GRAM = BigDecimal.valueOf(1000);
    private static final String UPSERT =
            """
            INSERT INTO meal_standard (meal, food_group, age_group, min_mg, max_mg, doubtful, sort)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (meal, food_group, age_group) DO UPDATE
            SET min_mg = excluded.min_mg, max_mg = excluded.max_mg, doubtful = excluded.doubtful, sort = excluded.sort
            """;

    MealStandardData() {
        super("4 school meal standard", BREAKFAST, LUNCH);
    }

    private record Amount(
            String meal,
            String foodGroup,
            AgeGroup ageGroup,
            String grams,
            boolean doubtful,
            int sort) {}

    @Override
    protected void load(Connection connection) throws SQLException {
        List<Amount> amounts = new ArrayList<>();
        amounts.addAll(read("BREAKFAST", BREAKFAST, Set.of()));
        amounts.addAll(read("LUNCH", LUNCH, DOUBTFUL_AT_LUNCH));
        batch(
                connection,
                UPSERT,
                amounts,
                amount ->
                        Arrays.asList(
                                amount.meal(),
                                amount.foodGroup(),
                                amount.ageGroup().years(),
                                milligrams(amount.grams(), true),
                                milligrams(amount.grams(), false),
                                amount.doubtful(),
                                amount.sort()));
    }

    private static List<Amount> read(String meal, String file, Set<String> doubtful) {
        List<Amount> amounts = new ArrayList<>();
        for (NamedCsvRecord row : CsvTable.read(file)) {
            String group = row.getField("group");
            for (AgeGroup age : AgeGroup.values()) {
                amounts.add(
                        new Amount(
                                meal,
                                group,
                                age,
                                row.getField(age.years()),
                                doubtful.contains(group),
                                amounts.size()));
            }
        }
        return amounts;
    }

    /** Of "100-120" the one or the other; of "20" the same. */
    private static long milligrams(String range, boolean least) {
        int dash = range.indexOf('-');
        String grams =
                dash < 0 ? range : least ? range.substring(0, dash) : range.substring(dash + 1);
        return new BigDecimal(grams).multiply(MG_PER_GRAM).longValueExact();
    }
}
