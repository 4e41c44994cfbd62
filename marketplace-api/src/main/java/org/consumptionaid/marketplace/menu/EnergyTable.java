package org.consumptionaid.marketplace.menu;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.consumptionaid.marketplace.menu.MenuStandard.Energy;
import org.consumptionaid.marketplace.school.AgeGroup;
import org.consumptionaid.marketplace.shared.CsvTable;

/** Table 1 of WS/T 554-2017 and lunch's share of it; boys and girls eat from one pot. */
final class EnergyTable {
    private EnergyTable() {}

    static List<Energy> lunch() {
        var share =
                CsvTable.read("wst554/meal_shares.csv").stream()
                        .filter(row -> row.getField("meal").equals("lunch"))
                        .findFirst()
                        .orElseThrow();
        BigDecimal least = new BigDecimal(share.getField("min_share"));
        BigDecimal most = new BigDecimal(share.getField("max_share"));
        return Arrays.stream(AgeGroup.values())
                .map(age -> {
                    BigDecimal day = BigDecimal.valueOf(day(age));
                    return new Energy(age, round(day.multiply(least)), round(day.multiply(most)));
                })
                .toList();
    }

    private static double day(AgeGroup age) {
        return CsvTable.read("wst554/table1_energy_kcal.csv").stream()
                .filter(row -> row.getField("age_group").equals(age.years()))
                .mapToLong(row -> Long.parseLong(row.getField("energy_kcal_per_day")))
                .average()
                .orElseThrow();
    }

    private static long round(BigDecimal kcal) {
        return kcal.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
