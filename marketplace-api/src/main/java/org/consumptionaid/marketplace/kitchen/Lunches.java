package org.consumptionaid.marketplace.kitchen;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.kitchen.LunchStore.DishRow;
import org.consumptionaid.marketplace.kitchen.LunchStore.OriginRow;
import org.consumptionaid.marketplace.kitchen.LunchStore.School;
import org.consumptionaid.marketplace.kitchen.LunchView.LunchDish;
import org.consumptionaid.marketplace.kitchen.LunchView.LunchOrigin;
import org.consumptionaid.marketplace.menu.DishView;
import org.consumptionaid.marketplace.menu.Menus;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A school's lunches as parents see them. */
@Service
class Lunches {
    private static final long GRAMS_PER_KG = 1_000;

    private final LunchStore store;
    private final Menus menus;
    private final Clock clock;

    Lunches(LunchStore store, Menus menus, Clock clock) {
        this.store = store;
        this.menus = menus;
        this.clock = clock;
    }

    /**
     * The lunch of a day; of today if none is given. Refusals: {@link NotFound}.
     *
     * @param code the school's unified social credit code
     */
    Mono<LunchView> lunch(String code, @Nullable LocalDate wanted) {
        LocalDate day = wanted == null ? BusinessDay.today(clock) : wanted;
        return store.school(code.strip().toUpperCase(Locale.ROOT))
                .switchIfEmpty(new NotFound().asError())
                .flatMap(school ->
                        Mono.zip(store.dishes(school.id(), day), store.origins(school.id(), day))
                                .map(found -> view(school, day, found.getT1(), found.getT2())));
    }

    private LunchView view(
            School school, LocalDate day, List<DishRow> dishes, List<OriginRow> origins) {
        return new LunchView(
                school.name(),
                school.countyName(),
                day,
                fenPerServing(dishes, origins),
                dishes.stream().flatMap(row -> dish(row, origins)).toList());
    }

    /** What went into all dishes, for each of the pupils the largest dish was cooked for. */
    private static @Nullable Long fenPerServing(List<DishRow> dishes, List<OriginRow> origins) {
        long servings =
                dishes.stream()
                        .map(DishRow::servings)
                        .filter(Objects::nonNull)
                        .mapToLong(Objects::requireNonNull)
                        .max()
                        .orElse(0);
        long fen =
                origins.stream()
                        .mapToLong(origin -> origin.grams() * origin.fenPerKg() / GRAMS_PER_KG)
                        .sum();
        return servings == 0 || fen == 0 ? null : fen / servings;
    }

    private Stream<LunchDish> dish(DishRow row, List<OriginRow> origins) {
        Optional<DishView> dish = menus.dish(row.dish());
        return dish.stream()
                .map(one ->
                        new LunchDish(
                                one.name(),
                                one.nameEn(),
                                one.parts().stream().map(DishView.Part::name).toList(),
                                one.parts().stream().map(DishView.Part::nameEn).toList(),
                                one.allergens(),
                                row.sampleKept(),
                                origins.stream()
                                        .filter(origin -> origin.dish().equals(row.dish()))
                                        .map(Lunches::origin)
                                        .toList()));
    }

    private static LunchOrigin origin(OriginRow row) {
        return new LunchOrigin(
                row.productName(),
                row.province(),
                row.countyName(),
                row.supplierName(),
                row.certificateNumber(),
                row.lotNumber(),
                row.fenPerKg());
    }
}
