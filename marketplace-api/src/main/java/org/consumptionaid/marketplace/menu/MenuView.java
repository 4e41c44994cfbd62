package org.consumptionaid.marketplace.menu;

import java.time.LocalDate;
import java.util.List;
import org.consumptionaid.marketplace.school.HeadCount;

/**
 * A week's menu (带量食谱) and what it comes to.
 *
 * @param averages of the age groups that are counted; of all where none is
 * @param deviations worst first: amounts, then days, then the week
 */
public record MenuView(
        LocalDate weekStart,
        int schoolDays,
        int pupils,
        List<HeadCount> headCounts,
        List<MenuDay> days,
        List<Average> averages,
        List<Deviation> deviations,
        String citation) {

    /**
     * A day's lunch.
     *
     * @param schoolDay pupils are there; a day that is none asks for nothing
     */
    public record MenuDay(LocalDate day, boolean schoolDay, List<DishView> dishes) {}
}
