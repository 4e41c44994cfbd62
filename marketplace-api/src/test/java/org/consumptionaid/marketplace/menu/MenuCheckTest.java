package org.consumptionaid.marketplace.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consumptionaid.marketplace.menu.DemandView.DayGrams;
import org.consumptionaid.marketplace.menu.DemandView.DemandItem;
import org.consumptionaid.marketplace.menu.Deviation.Kind;
import org.consumptionaid.marketplace.school.AgeGroup;
import org.consumptionaid.marketplace.school.HeadCount;
import org.consumptionaid.marketplace.school.Portion;
import org.junit.jupiter.api.Test;

class MenuCheckTest {
    private static final DishLibrary LIBRARY = DishLibrary.read();
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final AgeGroup NINE = AgeGroup.AGE_9_11;
    private static final List<Serving> SERVINGS =
            List.of(new Serving(NINE, 100), new Serving(AgeGroup.AGE_6_8, 85));

    private static Dish dish(String code) {
        return LIBRARY.dish(code).orElseThrow();
    }

    private static List<Dish> dishes(String... codes) {
        return Arrays.stream(codes).map(MenuCheckTest::dish).toList();
    }

    private static MenuCheck.Found check(Map<LocalDate, List<Dish>> menu, Portion... portions) {
        return MenuCheck.of(
                menu,
                new MenuStandard(
                        List.of(portions),
                        EnergyTable.lunch(),
                        List.of(SERVINGS.getFirst()),
                        1_000));
    }

    private static Portion grams(String group, long least, long most) {
        return new Portion(group, NINE, least * 1_000, most * 1_000, false);
    }

    @Test
    void anAverageOutsideItsRangeIsADeviationAndOneWithinATenthIsNot() {
        Map<LocalDate, List<Dish>> menu = Map.of(MONDAY, dishes("steamed-rice"));
        assertThat(check(menu, grams("谷薯类", 111, 140)).deviations())
                .extracting(Deviation::kind)
                .doesNotContain(Kind.TOO_LITTLE, Kind.TOO_MUCH);
        assertThat(check(menu, grams("谷薯类", 112, 140)).deviations())
                .filteredOn(one -> one.kind() == Kind.TOO_LITTLE)
                .containsExactly(
                        new Deviation(
                                Kind.TOO_LITTLE,
                                null,
                                NINE,
                                "谷薯类",
                                null,
                                100_000,
                                112_000,
                                140_000L));
        assertThat(check(menu, grams("谷薯类", 60, 90)).deviations())
                .extracting(Deviation::kind)
                .contains(Kind.TOO_MUCH);
    }

    /** The standard counts tubers as rice: 75 g of potatoes are 19.5 g. */
    @Test
    void amountsAreCountedAsTheStandardCountsThem() {
        Map<LocalDate, List<Dish>> menu = Map.of(MONDAY, dishes("sour-potato-shreds"));
        assertThat(check(menu, grams("谷薯类", 1, 2)).averages().getFirst().amounts())
                .extracting(Average.Amount::actualMg)
                .containsExactly(19_500L);
    }

    @Test
    void nobodyGetsTooLittleSalt() {
        Map<LocalDate, List<Dish>> menu = Map.of(MONDAY, dishes("steamed-rice"));
        assertThat(check(menu, grams("盐", 2, 2)).deviations())
                .extracting(Deviation::kind)
                .doesNotContain(Kind.TOO_LITTLE);
    }

    /** 100 g of rice, 346 kcal, are far below 35 % of 2,000 kcal. */
    @Test
    void energyIsHeldAgainstLunchsShareOfTheDay() {
        assertThat(check(Map.of(MONDAY, dishes("steamed-rice"))).deviations())
                .filteredOn(one -> one.kind() == Kind.ENERGY_LOW)
                .extracting(Deviation::actual, Deviation::least, Deviation::most)
                .containsExactly(tuple(346L, 700L, 800L));
    }

    @Test
    void aDayOfRiceAndPotatoesIsPoor() {
        assertThat(check(Map.of(MONDAY, dishes("steamed-rice", "braised-potato"))).deviations())
                .filteredOn(one -> MONDAY.equals(one.day()))
                .extracting(Deviation::kind, Deviation::actual, Deviation::least)
                .contains(tuple(Kind.FEW_VEGETABLES, 1L, 3L), tuple(Kind.FEW_FOODS, 2L, 3L));
    }

    @Test
    void aDishThreeTimesAWeekIsTooOftenAndRiceIsNot() {
        Map<LocalDate, List<Dish>> menu = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            menu.put(MONDAY.plusDays(i), dishes("steamed-rice", "tomato-egg"));
        }
        assertThat(check(menu).deviations())
                .filteredOn(one -> one.kind() == Kind.TOO_OFTEN)
                .extracting(Deviation::dish, Deviation::actual)
                .containsExactly(tuple("番茄炒鸡蛋", 3L));
    }

    @Test
    void summerDishesAreOutOfSeasonInNovember() {
        assertThat(check(Map.of(MONDAY, dishes("three-treasures"))).deviations())
                .filteredOn(one -> one.kind() == Kind.OUT_OF_SEASON)
                .extracting(Deviation::dish)
                .containsExactly("地三鲜");
        assertThat(check(Map.of(MONDAY, dishes("sour-chinese-cabbage"))).deviations())
                .as("October to April")
                .noneMatch(one -> one.kind() == Kind.OUT_OF_SEASON);
    }

    /** 100 × 75 g and 10 × 63.75 g of peeled potatoes, 8 % peel; 5 kg are there on Monday. */
    @Test
    void demandIsServingsTimesGramsOverWhatIsLeftAndTheStoreRoomIsUsedUpFirst() {
        Map<LocalDate, List<Dish>> menu =
                Map.of(
                        MONDAY,
                        dishes("sour-potato-shreds"),
                        MONDAY.plusDays(1),
                        dishes("sour-potato-shreds"));
        List<DemandItem> items =
                Demands.of(
                        menu,
                        List.of(new HeadCount(NINE, 100), new HeadCount(AgeGroup.AGE_6_8, 10)),
                        SERVINGS,
                        Map.of("potato", 10_000L));
        DemandItem potatoes =
                items.stream()
                        .filter(item -> item.ingredient().equals("potato"))
                        .findFirst()
                        .orElseThrow();
        assertThat(potatoes.grams()).isEqualTo(2 * 8_846);
        assertThat(potatoes.missingGrams()).isEqualTo(2 * 8_846 - 10_000);
        assertThat(potatoes.days())
                .containsExactly(new DayGrams(MONDAY, 0), new DayGrams(MONDAY.plusDays(1), 7_692));
    }

    @Test
    void nobodyNeedsNothing() {
        assertThat(
                        Demands.of(
                                Map.of(MONDAY, dishes("tomato-egg")),
                                List.of(new HeadCount(NINE, 0)),
                                SERVINGS,
                                Map.of()))
                .isEmpty();
    }
}
