package org.consumptionaid.marketplace.menu;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.menu.Average.Amount;
import org.consumptionaid.marketplace.menu.Deviation.Kind;
import org.consumptionaid.marketplace.menu.Ingredient.Shade;
import org.consumptionaid.marketplace.school.Portion;

/**
 * Holds a week's menu against the standard. Amounts and energy are those of the week's average: the
 * standard itself counts that way, nobody eats fish and meat every noon. Variety is judged by the
 * day.
 */
final class MenuCheck {
    private static final int MG_PER_100_GRAMS = 100_000;
    private static final int BASIS_POINTS = 10_000;
    private static final int KINDS_OF_FOOD = 3;
    private static final int KINDS_OF_VEGETABLES = 3;
    private static final int DAYS_WITH_ONE_DISH = 2;

    /** Of these a pupil only ever gets too much. */
    private static final Set<String> AT_MOST = Set.of("植物油", "盐");

    /** The four kinds of food of which a meal should have three. */
    private static final Map<String, Integer> KIND_OF_FOOD =
            Map.of(
                    "谷薯类",
                    0,
                    "蔬菜类",
                    1,
                    "水果类",
                    1,
                    "畜禽肉类",
                    2,
                    "鱼虾类",
                    2,
                    "蛋类",
                    2,
                    "奶及奶制品",
                    3,
                    "大豆类及其制品和坚果",
                    3);

    private final SortedMap<LocalDate, List<Dish>> days;
    private final MenuStandard standard;
    private final List<Deviation> deviations = new ArrayList<>();

    private MenuCheck(SortedMap<LocalDate, List<Dish>> days, MenuStandard standard) {
        this.days = days;
        this.standard = standard;
    }

    /** What a week's menu comes to, and where it deviates. */
    record Found(List<Average> averages, List<Deviation> deviations) {}

    /**
     * @param menu the dishes of the days that have any
     */
    static Found of(Map<LocalDate, List<Dish>> menu, MenuStandard standard) {
        return menu.isEmpty()
                ? new Found(List.of(), List.of())
                : new MenuCheck(new TreeMap<>(menu), standard).check();
    }

    private Found check() {
        List<Average> averages = standard.servings().stream().map(this::average).toList();
        averages.forEach(this::amounts);
        days.forEach(this::variety);
        week();
        return new Found(averages, List.copyOf(deviations));
    }

    private Average average(Serving serving) {
        MenuStandard.Energy energy =
                standard.energy().stream()
                        .filter(one -> one.ageGroup() == serving.ageGroup())
                        .findFirst()
                        .orElseThrow();
        long kcal =
                parts().mapToLong(part -> serving.of(part.milligrams()) * part.ingredient().kcal())
                                .sum()
                        / MG_PER_100_GRAMS
                        / days.size();
        return new Average(
                serving.ageGroup(),
                kcal,
                energy.least(),
                energy.most(),
                standard.portions().stream()
                        .filter(portion -> portion.ageGroup() == serving.ageGroup())
                        .map(portion -> amount(portion, serving))
                        .toList());
    }

    private Amount amount(Portion portion, Serving serving) {
        long milligrams =
                parts().filter(part -> portion.foodGroup().equals(part.ingredient().foodGroup()))
                        .mapToLong(part -> part.ingredient().counted(serving.of(part.milligrams())))
                        .sum();
        return new Amount(
                portion.foodGroup(),
                milligrams / days.size(),
                portion.minMg(),
                portion.maxMg(),
                portion.doubtful());
    }

    private Stream<DishPart> parts() {
        return days.values().stream().flatMap(List::stream).flatMap(dish -> dish.parts().stream());
    }

    private void amounts(Average average) {
        outside(average.kcal(), average.leastKcal(), average.mostKcal())
                .map(low -> low ? Kind.ENERGY_LOW : Kind.ENERGY_HIGH)
                .forEach(kind ->
                        deviations.add(
                                new Deviation(
                                        kind,
                                        null,
                                        average.ageGroup(),
                                        null,
                                        null,
                                        average.kcal(),
                                        average.leastKcal(),
                                        average.mostKcal())));
        for (Amount amount : average.amounts()) {
            long least = AT_MOST.contains(amount.foodGroup()) ? 0 : amount.leastMg();
            outside(amount.actualMg(), least, amount.mostMg())
                    .map(low -> low ? Kind.TOO_LITTLE : Kind.TOO_MUCH)
                    .forEach(kind ->
                            deviations.add(
                                    new Deviation(
                                            kind,
                                            null,
                                            average.ageGroup(),
                                            amount.foodGroup(),
                                            null,
                                            amount.actualMg(),
                                            least,
                                            amount.mostMg())));
        }
    }

    /** Nothing where it is within; else whether it is below. */
    private Stream<Boolean> outside(long actual, long least, long most) {
        long tolerance = standard.toleranceBp();
        if (actual * BASIS_POINTS < least * (BASIS_POINTS - tolerance)) {
            return Stream.of(true);
        }
        return actual * BASIS_POINTS > most * (BASIS_POINTS + tolerance)
                ? Stream.of(false)
                : Stream.empty();
    }

    private void variety(LocalDate day, List<Dish> dishes) {
        Set<Ingredient> ingredients =
                dishes.stream()
                        .flatMap(dish -> dish.parts().stream())
                        .map(DishPart::ingredient)
                        .collect(Collectors.toSet());
        atLeast(
                Kind.FEW_FOODS,
                day,
                ingredients.stream()
                        .map(Ingredient::foodGroup)
                        .filter(group -> group != null && KIND_OF_FOOD.containsKey(group))
                        .map(group -> KIND_OF_FOOD.get(Objects.requireNonNull(group)))
                        .distinct()
                        .count(),
                KINDS_OF_FOOD);
        long vegetables = ingredients.stream().filter(one -> one.shade() != null).count();
        atLeast(Kind.FEW_VEGETABLES, day, vegetables, KINDS_OF_VEGETABLES);
        atLeast(
                Kind.FEW_DARK_VEGETABLES,
                day,
                ingredients.stream().filter(one -> one.shade() == Shade.DARK).count(),
                Math.ceilDiv(vegetables, 2));
        dishes.stream()
                .filter(dish -> !dish.inSeason(day.getMonthValue()))
                .forEach(dish ->
                        deviations.add(
                                Deviation.ofDish(
                                        Kind.OUT_OF_SEASON,
                                        day,
                                        dish.name(),
                                        day.getMonthValue())));
    }

    private void atLeast(Kind kind, LocalDate day, long actual, long least) {
        if (actual < least) {
            deviations.add(Deviation.ofDay(kind, day, actual, least));
        }
    }

    private void week() {
        if (days.values().stream()
                .flatMap(List::stream)
                .noneMatch(dish -> dish.flags().contains(DishFlag.LIVER))) {
            deviations.add(new Deviation(Kind.NO_LIVER, null, null, null, null, 0, 1, null));
        }
        Map<String, Long> times =
                days.values().stream()
                        .flatMap(List::stream)
                        .filter(dish -> dish.kind() != DishKind.STAPLE)
                        .collect(
                                Collectors.groupingBy(
                                        Dish::name, TreeMap::new, Collectors.counting()));
        times.forEach((dish, number) -> {
            if (number > DAYS_WITH_ONE_DISH) {
                deviations.add(Deviation.ofDish(Kind.TOO_OFTEN, null, dish, number));
            }
        });
    }
}
