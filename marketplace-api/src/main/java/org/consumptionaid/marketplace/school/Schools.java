package org.consumptionaid.marketplace.school;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.catalog.Catalog;
import org.consumptionaid.marketplace.catalog.Category;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.school.NeedView.NeedItem;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Rules;
import org.consumptionaid.marketplace.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A canteen's head-counts, the need that follows, and who can serve it. */
@Service
public class Schools {
    private static final String CITATION = "WS/T 554-2017《学生餐营养指南》（请以官方文本为准）";

    private static final String DOUBTFUL = "school.standard.doubtful-percent";

    private final SchoolStore store;
    private final Catalog catalog;
    private final Rules rules;
    private final Transactions transactions;
    private final Clock clock;

    Schools(
            SchoolStore store,
            Catalog catalog,
            Rules rules,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The need of the week of a day; of next week if none is given. */
    public Mono<NeedView> need(Caller caller, @Nullable LocalDate day) {
        LocalDate start = weekOf(day);
        return store.week(caller.organisationId(), start)
                .defaultIfEmpty(SchoolWeek.empty(start))
                .flatMap(this::need);
    }

    /** Replaces the week's head-counts. Refusals: {@link SchoolRefusal.AgeGroupTwice}. */
    public Mono<NeedView> setHeadCounts(
            Caller caller, @Nullable LocalDate day, int schoolDays, List<HeadCount> headCounts) {
        if (headCounts.stream().map(HeadCount::ageGroup).distinct().count() < headCounts.size()) {
            return new SchoolRefusal.AgeGroupTwice().asError();
        }
        SchoolWeek week = new SchoolWeek(weekOf(day), schoolDays, headCounts);
        return transactions.run(store.save(caller.organisationId(), week)).then(need(week));
    }

    /**
     * Products on sale that week in a food group, nearest first, each with the packages that would
     * cover the least need. Refusals: {@link SchoolRefusal.UnknownFoodGroup}.
     */
    public Mono<List<SupplierOffer>> suppliers(
            Caller caller, String foodGroup, @Nullable LocalDate day) {
        return need(caller, day)
                .flatMap(need -> item(need, foodGroup))
                .flatMap(item ->
                        catalog.nearby(
                                        caller.organisationId(),
                                        item.categories(),
                                        weekOf(day).getMonthValue())
                                .map(offers ->
                                        offers.stream()
                                                .map(offer ->
                                                        SupplierOffer.of(offer, item.minGrams()))
                                                .toList()));
    }

    /** The need of each of these schools in the week that begins on a Monday. */
    public Mono<Map<UUID, NeedView>> needs(List<UUID> schools, LocalDate monday) {
        return Mono.zip(catalog.categories(), lunchStandard(), store.weeks(schools, monday))
                .map(found -> {
                    Map<UUID, NeedView> needs = new HashMap<>();
                    for (UUID school : schools) {
                        SchoolWeek week =
                                found.getT3().getOrDefault(school, SchoolWeek.empty(monday));
                        needs.put(school, view(week, found.getT2(), found.getT1()));
                    }
                    return needs;
                });
    }

    /**
     * What a lunch should hold, by food group and age group. What the standard prints doubtfully is
     * taken with the percentage the rules say.
     */
    public Mono<List<Portion>> lunchStandard() {
        return Mono.zip(store.lunch(), rules.inForce(DOUBTFUL, clock.instant()))
                .map(found ->
                        found.getT1().stream()
                                .map(portion -> portion.corrected(found.getT2()))
                                .toList());
    }

    private Mono<NeedView> need(SchoolWeek week) {
        return Mono.zip(catalog.categories(), lunchStandard())
                .map(found -> view(week, found.getT2(), found.getT1()));
    }

    private static NeedView view(
            SchoolWeek week, List<Portion> portions, List<Category> categories) {
        return new NeedView(
                week.start(),
                week.schoolDays(),
                week.pupils(),
                week.headCounts(),
                NeedRules.need(week, portions, byFoodGroup(categories)),
                CITATION);
    }

    private static Mono<NeedItem> item(NeedView need, String foodGroup) {
        return need.items().stream()
                .filter(item -> item.foodGroup().equals(foodGroup))
                .findFirst()
                .map(Mono::just)
                .orElseGet(() -> new SchoolRefusal.UnknownFoodGroup(foodGroup).asError());
    }

    private static Map<String, List<String>> byFoodGroup(List<Category> categories) {
        return categories.stream()
                .filter(category -> category.parent() == null && category.foodGroup() != null)
                .collect(
                        Collectors.groupingBy(
                                category -> Objects.requireNonNull(category.foodGroup()),
                                Collectors.mapping(Category::code, Collectors.toList())));
    }

    /** The Monday of a day's week; of next week if no day is given. */
    public LocalDate weekOf(@Nullable LocalDate day) {
        LocalDate inside = day == null ? BusinessDay.today(clock).plusWeeks(1) : day;
        return inside.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
