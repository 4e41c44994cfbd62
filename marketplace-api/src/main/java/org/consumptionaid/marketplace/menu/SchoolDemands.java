package org.consumptionaid.marketplace.menu;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.consumptionaid.marketplace.menu.SchoolDemand.Line;
import org.consumptionaid.marketplace.school.NeedView;
import org.consumptionaid.marketplace.school.NeedView.NeedItem;

/** A school's week: its menu where it has one, the standard where it has none. */
final class SchoolDemands {
    private SchoolDemands() {}

    static SchoolDemand of(
            NeedView need,
            Map<LocalDate, List<Dish>> menu,
            List<Serving> servings,
            Map<String, Long> stored) {
        List<Line> lines = new ArrayList<>();
        Demands.of(menu, need.headCounts(), servings, stored).stream()
                .filter(item -> item.category() != null)
                .forEach(item ->
                        item.days().stream()
                                .filter(day -> day.grams() > 0)
                                .map(day ->
                                        new Line(
                                                item.foodGroup() == null ? "" : item.foodGroup(),
                                                item.ingredient(),
                                                day.day(),
                                                day.grams()))
                                .forEach(lines::add));
        for (NeedItem item : need.items()) {
            for (int i = 0; i < need.schoolDays() && buys(item); i++) {
                LocalDate day = need.weekStart().plusDays(i);
                if (!menu.containsKey(day)) {
                    lines.add(new Line(item.foodGroup(), null, day, item.minGramsPerDay()));
                }
            }
        }
        return new SchoolDemand(need.pupils(), need.schoolDays(), List.copyOf(lines));
    }

    /** What the standard asks for and the marketplace sells. */
    private static boolean buys(NeedItem item) {
        return item.minGramsPerDay() > 0 && !item.categories().isEmpty();
    }
}
