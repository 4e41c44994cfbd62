package org.consumptionaid.marketplace.bureau;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consumptionaid.marketplace.matching.Canteen;
import org.consumptionaid.marketplace.matching.Demand;
import org.consumptionaid.marketplace.matching.Offer;
import org.consumptionaid.marketplace.matching.Place;
import org.consumptionaid.marketplace.matching.Plan;
import org.consumptionaid.marketplace.matching.Preferences;
import org.consumptionaid.marketplace.matching.Reasons;
import org.consumptionaid.marketplace.matching.Supplier;
import org.consumptionaid.marketplace.matching.Week;
import org.consumptionaid.marketplace.menu.SchoolDemand;
import org.consumptionaid.marketplace.pricing.BuyerKind;
import org.consumptionaid.marketplace.pricing.ListPrice;
import org.consumptionaid.marketplace.pricing.PriceRules;
import org.consumptionaid.marketplace.pricing.PriceTiers;
import org.jspecify.annotations.Nullable;

/** A bureau's week as the matching reads it, and what its numbers stand for. */
final class PlannedWeek {
    private static final long METRES_PER_KM = 1_000;

    /**
     * No yearly cap is in force for a household; a large number of fen that sums cannot overflow.
     */
    private static final long NO_CAP = Long.MAX_VALUE / 1_000_000;

    private final Week week;
    private final List<Key> lines = new ArrayList<>();
    private final List<Found> found;

    /** A school as the plan begins. */
    record School(
            UUID schoolId,
            String countyCode,
            @Nullable Double longitude,
            @Nullable Double latitude,
            long fenPerPupilDay,
            int suppliersPerDay) {}

    /**
     * A product on sale.
     *
     * @param needs the food groups and the codes of ingredients it may serve
     */
    record Found(
            UUID productId,
            UUID organisationId,
            List<String> needs,
            long netWeightGrams,
            long priceFen,
            PriceTiers tiers,
            long weekGrams,
            boolean inSeason,
            LocalDate certifiedUntil,
            String countyCode,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable Integer radiusKm,
            long leastOrderFen,
            int deliveryDays,
            int households,
            int refusedBp) {

        /** What schools pay for one package; more packages never cost more each. */
        private long packageFen() {
            return PriceRules.price(
                            new ListPrice(priceFen, netWeightGrams),
                            tiers,
                            BuyerKind.SCHOOL,
                            netWeightGrams)
                    .priceFen();
        }
    }

    /** What a line is about. */
    record Key(UUID schoolId, String foodGroup, @Nullable String ingredient, LocalDate day) {}

    /** Who serves a line because a person said so; none: nobody. */
    record Choice(
            UUID schoolId,
            String foodGroup,
            @Nullable String ingredient,
            LocalDate day,
            @Nullable UUID productId,
            String reason) {
        private Key key() {
            return new Key(schoolId, foodGroup, ingredient, day);
        }
    }

    /** Who brought a school a food group or an ingredient last week. */
    record Before(UUID schoolId, String need, UUID organisationId) {}

    private PlannedWeek(
            LocalDate monday,
            List<School> schools,
            Map<UUID, SchoolDemand> needs,
            List<Found> found,
            List<Choice> choices,
            List<Before> before) {
        this.found = found;
        Map<UUID, Integer> suppliers = new LinkedHashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        found.forEach(one -> {
            suppliers.putIfAbsent(one.organisationId(), suppliers.size());
            one.needs().forEach(need -> numbers.putIfAbsent(need, numbers.size()));
        });
        Map<UUID, Integer> products = new HashMap<>();
        IntStream.range(0, found.size()).forEach(i -> products.put(found.get(i).productId(), i));
        Map<List<Object>, UUID> last = new HashMap<>();
        before.forEach(one -> last.put(List.of(one.schoolId(), one.need()), one.organisationId()));
        List<Canteen> canteens = new ArrayList<>();
        List<Demand> demands = new ArrayList<>();
        for (School school : schools) {
            SchoolDemand need = Objects.requireNonNull(needs.get(school.schoolId()));
            int number = canteens.size();
            canteens.add(
                    new Canteen(
                            new Place(school.countyCode(), school.longitude(), school.latitude()),
                            need.pupils() * school.fenPerPupilDay() * need.schoolDays(),
                            school.suppliersPerDay()));
            for (SchoolDemand.Line line : need.lines()) {
                UUID from = last.get(List.of(school.schoolId(), line.need()));
                lines.add(
                        new Key(
                                school.schoolId(),
                                line.foodGroup(),
                                line.ingredient(),
                                line.day()));
                demands.add(
                        new Demand(
                                number,
                                numbers.computeIfAbsent(line.need(), _ -> numbers.size()),
                                line.day().getDayOfWeek().getValue() - 1,
                                line.grams(),
                                from == null ? -1 : suppliers.getOrDefault(from, -1)));
            }
        }
        week =
                new Week(
                        monday,
                        canteens,
                        suppliers(suppliers.size()),
                        offers(suppliers, numbers),
                        demands,
                        Preferences.usual(),
                        fixed(choices, products));
    }

    static PlannedWeek of(
            LocalDate monday,
            List<School> schools,
            Map<UUID, SchoolDemand> needs,
            List<Found> found,
            List<Choice> choices,
            List<Before> before) {
        return new PlannedWeek(monday, schools, needs, found, choices, before);
    }

    /** In the order in which they first stand in {@code found}. */
    private List<Supplier> suppliers(int count) {
        Map<UUID, Supplier> suppliers = LinkedHashMap.newLinkedHashMap(count);
        found.forEach(one ->
                suppliers.computeIfAbsent(
                        one.organisationId(),
                        _ ->
                                new Supplier(
                                        new Place(
                                                one.countyCode(), one.longitude(), one.latitude()),
                                        true,
                                        one.radiusKm() == null
                                                ? Long.MAX_VALUE
                                                : one.radiusKm() * METRES_PER_KM,
                                        one.leastOrderFen(),
                                        NO_CAP,
                                        one.households(),
                                        0,
                                        one.refusedBp())));
        return List.copyOf(suppliers.values());
    }

    private List<Offer> offers(Map<UUID, Integer> suppliers, Map<String, Integer> numbers) {
        return found.stream()
                .map(one ->
                        new Offer(
                                Objects.requireNonNull(suppliers.get(one.organisationId())),
                                numbers(one, numbers),
                                one.netWeightGrams(),
                                one.packageFen(),
                                one.weekGrams(),
                                one.deliveryDays(),
                                one.inSeason(),
                                one.certifiedUntil()))
                .toList();
    }

    private static Set<Integer> numbers(Found one, Map<String, Integer> numbers) {
        return one.needs().stream()
                .map(numbers::get)
                .map(Objects::requireNonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A product that is no longer on sale serves nothing: the line stays open and says so. */
    private Map<Integer, Integer> fixed(List<Choice> choices, Map<UUID, Integer> products) {
        Map<Key, Choice> byKey = new HashMap<>();
        choices.forEach(choice -> byKey.put(choice.key(), choice));
        Map<Integer, Integer> fixed = new HashMap<>();
        for (int line = 0; line < lines.size(); line++) {
            Choice choice = byKey.get(lines.get(line));
            if (choice != null) {
                fixed.put(line, products.getOrDefault(choice.productId(), Week.NONE));
            }
        }
        return fixed;
    }

    Week week() {
        return week;
    }

    /** A plan's lines as they are kept. */
    List<PlannedLine> lines(Plan plan, List<Choice> choices) {
        Map<Key, String> reasons = new HashMap<>();
        choices.forEach(choice -> reasons.put(choice.key(), choice.reason()));
        Reasons why = Reasons.of(week, plan);
        return IntStream.range(0, lines.size())
                .mapToObj(i -> line(i, why.of(i), reasons.getOrDefault(lines.get(i), "")))
                .toList();
    }

    private PlannedLine line(int number, Reasons.Reason reason, String chosenFor) {
        Demand demand = week.demands().get(number);
        Key key = lines.get(number);
        boolean served = reason.offer() != Week.NONE;
        Optional<Reasons.Other> cheaper = reason.cheaper().stream().findFirst();
        boolean missed = served && cheaper.isPresent();
        return new PlannedLine(
                number,
                key.schoolId(),
                key.foodGroup(),
                key.ingredient(),
                key.day(),
                demand.grams(),
                served ? found.get(reason.offer()).productId() : null,
                served
                        ? Math.ceilDiv(demand.grams(), found.get(reason.offer()).netWeightGrams())
                        : 0,
                reason.fen(),
                served ? metres(demand, reason.offer()) : null,
                product(reason.next()),
                reason.next().map(Reasons.Other::fen).orElse(null),
                missed ? product(cheaper) : null,
                missed ? cheaper.orElseThrow().fen() : null,
                missed ? cheaper.orElseThrow().rule().name() : null,
                reason.change().map(change -> found.get(change.offer()).productId()).orElse(null),
                reason.change().map(change -> change.rule().name()).orElse(null),
                reason.change().map(Reasons.Change::amount).orElse(null),
                chosenFor);
    }

    private @Nullable Long metres(Demand demand, int offer) {
        long metres = week.roadMetres(demand.canteen(), week.offers().get(offer).supplier());
        return metres < 0 ? null : metres;
    }

    private @Nullable UUID product(Optional<Reasons.Other> other) {
        return other.map(one -> found.get(one.offer()).productId()).orElse(null);
    }

    /**
     * A line of a plan.
     *
     * @param metres by road; none where a coordinate is missing
     */
    record PlannedLine(
            int number,
            UUID schoolId,
            String foodGroup,
            @Nullable String ingredient,
            LocalDate day,
            long grams,
            @Nullable UUID productId,
            long packages,
            long fen,
            @Nullable Long metres,
            @Nullable UUID nextProduct,
            @Nullable Long nextFen,
            @Nullable UUID cheaperProduct,
            @Nullable Long cheaperFen,
            @Nullable String cheaperRule,
            @Nullable UUID changeProduct,
            @Nullable String changeRule,
            @Nullable Long changeAmount,
            String chosenFor) {}
}
