package org.consumptionaid.marketplace.menu;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.catalog.Catalog;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.menu.DemandView.DemandItem;
import org.consumptionaid.marketplace.menu.MenuStandard.Energy;
import org.consumptionaid.marketplace.menu.MenuView.MenuDay;
import org.consumptionaid.marketplace.school.AgeGroup;
import org.consumptionaid.marketplace.school.HeadCount;
import org.consumptionaid.marketplace.school.NeedView;
import org.consumptionaid.marketplace.school.Schools;
import org.consumptionaid.marketplace.school.SupplierOffer;
import org.consumptionaid.marketplace.shared.Rules;
import org.consumptionaid.marketplace.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A canteen's menus, how they stand against the standard, and what has to be bought for them. */
@Service
public class Menus {
    private static final String SERVING = "school.serving.";
    private static final String TOLERANCE = "school.menu.tolerance";

    private final DishLibrary library = DishLibrary.read();
    private final List<Energy> energy = EnergyTable.lunch();
    private final MenuStore store;
    private final Schools schools;
    private final Catalog catalog;
    private final Rules rules;
    private final Transactions transactions;
    private final Clock clock;

    Menus(
            MenuStore store,
            Schools schools,
            Catalog catalog,
            Rules rules,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.schools = schools;
        this.catalog = catalog;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All dishes, those that schools may not serve with the reason. */
    List<DishView> dishes() {
        return library.dishes().stream().map(DishView::of).toList();
    }

    /** A dish of the library. */
    public Optional<DishView> dish(String code) {
        return library.dish(code).map(DishView::of);
    }

    /** The menu of the week of a day; of next week if none is given. */
    Mono<MenuView> menu(Caller caller, @Nullable LocalDate day) {
        return Mono.zip(schools.need(caller, day), entries(caller, day))
                .flatMap(found -> view(found.getT1(), found.getT2()));
    }

    /**
     * Replaces a day's dishes; on a day that is no school day any more they can only be taken away.
     * Refusals: {@link MenuRefusal.UnknownDish}, {@link MenuRefusal.DishTwice}, {@link
     * MenuRefusal.Banned}, {@link MenuRefusal.NoSchool}.
     */
    Mono<MenuView> setDay(Caller caller, LocalDate day, List<String> dishes) {
        Mono<Void> save =
                Mono.zip(schools.need(caller, day), entries(caller, day))
                        .flatMap(found ->
                                isSchoolDay(found.getT1(), day)
                                                || onDay(found.getT2(), day).containsAll(dishes)
                                        ? store.save(caller.organisationId(), day, dishes)
                                        : new MenuRefusal.NoSchool(day).asError());
        return refusal(dishes)
                .<Mono<Void>>map(MenuRefusal::asError)
                .orElseGet(() -> transactions.run(save))
                .then(Mono.defer(() -> menu(caller, day)));
    }

    private static Set<String> onDay(List<MenuStore.Entry> entries, LocalDate day) {
        return entries.stream()
                .filter(entry -> entry.day().equals(day))
                .map(MenuStore.Entry::dishCode)
                .collect(Collectors.toSet());
    }

    private Optional<MenuRefusal> refusal(List<String> dishes) {
        Set<String> seen = new HashSet<>();
        return dishes.stream()
                .flatMap(code ->
                        library.dish(code)
                                .map(dish -> refusal(dish, seen.add(code)))
                                .orElseGet(() -> Stream.of(new MenuRefusal.UnknownDish(code))))
                .findFirst();
    }

    private static Stream<MenuRefusal> refusal(Dish dish, boolean first) {
        return first
                ? dish
                        .ban()
                        .<MenuRefusal>map(ban -> new MenuRefusal.Banned(dish.name(), ban))
                        .stream()
                : Stream.of(new MenuRefusal.DishTwice(dish.name()));
    }

    /**
     * Replaces the menu of a week by that of another. Refusals: {@link MenuRefusal.NothingToCopy}.
     */
    Mono<MenuView> copy(Caller caller, @Nullable LocalDate day, LocalDate from) {
        Mono<Long> copy =
                schools.need(caller, day)
                        .flatMap(need ->
                                store.copy(
                                        caller.organisationId(),
                                        need.weekStart(),
                                        need.schoolDays(),
                                        schools.weekOf(from)))
                        .flatMap(rows ->
                                rows == 0
                                        ? new MenuRefusal.NothingToCopy().asError()
                                        : Mono.just(rows));
        return transactions.run(copy).then(Mono.defer(() -> menu(caller, day)));
    }

    /** What the week's menu needs to be bought. */
    Mono<DemandView> demand(Caller caller, @Nullable LocalDate day) {
        return Mono.zip(
                        schools.need(caller, day),
                        entries(caller, day),
                        servings(),
                        stored(caller.organisationId()))
                .map(found -> {
                    NeedView need = found.getT1();
                    Map<LocalDate, List<Dish>> menu = onSchoolDays(need, found.getT2());
                    return new DemandView(
                            need.weekStart(),
                            need.pupils(),
                            need.schoolDays() - menu.size(),
                            Demands.of(menu, need.headCounts(), found.getT3(), found.getT4()));
                });
    }

    /**
     * Notes what is in the store room of some ingredients. Refusals: {@link
     * MenuRefusal.UnknownIngredient}.
     */
    Mono<DemandView> count(Caller caller, @Nullable LocalDate day, List<StoreRoomItem> items) {
        return items.stream()
                .filter(item -> library.ingredient(item.ingredient()).isEmpty())
                .findFirst()
                .<Mono<Void>>map(
                        item -> new MenuRefusal.UnknownIngredient(item.ingredient()).asError())
                .orElseGet(() ->
                        transactions.run(
                                store.count(caller.organisationId(), last(items), clock.instant())))
                .then(Mono.defer(() -> demand(caller, day)));
    }

    /** Of an ingredient that stands twice the last word counts. */
    private static List<StoreRoomItem> last(List<StoreRoomItem> items) {
        Map<String, StoreRoomItem> last = new LinkedHashMap<>();
        items.forEach(item -> last.put(item.ingredient(), item));
        return List.copyOf(last.values());
    }

    /**
     * Products on sale that week that serve an ingredient, nearest first, each with the packages
     * that would cover what is missing. Refusals: {@link MenuRefusal.UnknownIngredient}.
     */
    Mono<List<SupplierOffer>> suppliers(Caller caller, String code, @Nullable LocalDate day) {
        return library.ingredient(code)
                .map(ingredient ->
                        demand(caller, day)
                                .flatMap(demand -> suppliers(caller, ingredient, demand)))
                .orElseGet(() -> new MenuRefusal.UnknownIngredient(code).asError());
    }

    private Mono<List<SupplierOffer>> suppliers(
            Caller caller, Ingredient ingredient, DemandView demand) {
        String category = ingredient.category();
        if (category == null) {
            return Mono.just(List.of());
        }
        long grams =
                demand.items().stream()
                        .filter(item -> item.ingredient().equals(ingredient.code()))
                        .mapToLong(DemandItem::missingGrams)
                        .sum();
        return catalog.nearby(
                        caller.organisationId(),
                        List.of(category),
                        ingredient.names(),
                        demand.weekStart().getMonthValue())
                .map(offers ->
                        offers.stream().map(offer -> SupplierOffer.of(offer, grams)).toList());
    }

    /** What each of these schools needs in the week that begins on a Monday. */
    public Mono<Map<UUID, SchoolDemand>> demands(List<UUID> ids, LocalDate monday) {
        return Mono.zip(
                        schools.needs(ids, monday),
                        store.weeks(ids, monday),
                        store.stored(ids),
                        servings())
                .map(found -> {
                    Map<UUID, List<MenuStore.Entry>> entries =
                            found.getT2().stream()
                                    .collect(
                                            Collectors.groupingBy(MenuStore.Entry::organisationId));
                    Map<UUID, SchoolDemand> demands = new HashMap<>();
                    for (UUID id : ids) {
                        NeedView need = Objects.requireNonNull(found.getT1().get(id));
                        demands.put(
                                id,
                                SchoolDemands.of(
                                        need,
                                        onSchoolDays(need, entries.getOrDefault(id, List.of())),
                                        found.getT4(),
                                        found.getT3().getOrDefault(id, Map.of())));
                    }
                    return demands;
                });
    }

    private Mono<List<MenuStore.Entry>> entries(Caller caller, @Nullable LocalDate day) {
        return store.weeks(List.of(caller.organisationId()), schools.weekOf(day));
    }

    private Mono<Map<String, Long>> stored(UUID organisation) {
        return store.stored(List.of(organisation))
                .map(all -> all.getOrDefault(organisation, Map.of()));
    }

    private Mono<MenuView> view(NeedView need, List<MenuStore.Entry> entries) {
        return Mono.zip(
                        schools.lunchStandard(),
                        servings(),
                        rules.inForce(TOLERANCE, clock.instant()))
                .map(found -> {
                    List<Serving> eating =
                            found.getT2().stream()
                                    .filter(serving -> eats(need, serving.ageGroup()))
                                    .toList();
                    MenuCheck.Found checked =
                            MenuCheck.of(
                                    onSchoolDays(need, entries),
                                    new MenuStandard(found.getT1(), energy, eating, found.getT3()));
                    return new MenuView(
                            need.weekStart(),
                            need.schoolDays(),
                            need.pupils(),
                            need.headCounts(),
                            days(need, entries),
                            checked.averages(),
                            checked.deviations(),
                            need.citation());
                });
    }

    /** Where nobody is counted yet, everybody may come. */
    private static boolean eats(NeedView need, AgeGroup ageGroup) {
        return need.pupils() == 0
                || need.headCounts().stream()
                                .filter(count -> count.ageGroup() == ageGroup)
                                .mapToInt(HeadCount::pupils)
                                .sum()
                        > 0;
    }

    private List<MenuDay> days(NeedView need, List<MenuStore.Entry> entries) {
        Map<LocalDate, List<Dish>> menu = dishes(entries);
        return IntStream.range(0, 7)
                .mapToObj(need.weekStart()::plusDays)
                .filter(day -> isSchoolDay(need, day) || menu.containsKey(day))
                .map(day ->
                        new MenuDay(
                                day,
                                isSchoolDay(need, day),
                                menu.getOrDefault(day, List.of()).stream()
                                        .map(DishView::of)
                                        .toList()))
                .toList();
    }

    private static boolean isSchoolDay(NeedView need, LocalDate day) {
        return day.getDayOfWeek().getValue() <= need.schoolDays();
    }

    private Map<LocalDate, List<Dish>> onSchoolDays(NeedView need, List<MenuStore.Entry> entries) {
        Map<LocalDate, List<Dish>> menu = dishes(entries);
        menu.keySet().removeIf(day -> !isSchoolDay(need, day));
        return menu;
    }

    /** A dish that the library no longer has is left out. */
    private Map<LocalDate, List<Dish>> dishes(List<MenuStore.Entry> entries) {
        Map<LocalDate, List<Dish>> menu = new LinkedHashMap<>();
        entries.forEach(entry ->
                library.dish(entry.dishCode())
                        .ifPresent(dish ->
                                menu.computeIfAbsent(entry.day(), _ -> new ArrayList<>())
                                        .add(dish)));
        return menu;
    }

    private Mono<List<Serving>> servings() {
        return Flux.fromIterable(Arrays.asList(AgeGroup.values()))
                .concatMap(age ->
                        rules.inForce(SERVING + age.years(), clock.instant())
                                .map(percent -> new Serving(age, Math.toIntExact(percent))))
                .collectList();
    }
}
