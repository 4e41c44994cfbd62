package org.consumptionaid.marketplace.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Orders that arrive together: hundreds at once, straight at the use case. */
@MarketplaceTest
class GroupCommitIT {
    private static final int AT_ONCE = 300;
    private static final long BOX_GRAMS = 10_000;

    private static final String SEASON_DRAWN_ON =
            """
            SELECT k.id, k.certified_grams, k.drawn_grams FROM season_capacity k
            JOIN season_draw d ON d.capacity_id = k.id
            JOIN order_line l ON l.order_id = d.order_id WHERE l.product_id = :product
            """;

    @Autowired private Ordering ordering;

    @Autowired private Market market;

    @Autowired private DatabaseClient database;

    /** What became of an order: placed, or the code of its refusal. */
    private record Outcome(String code, List<UUID> orders) {
        static Outcome of(PurchaseView placed) {
            return new Outcome(
                    "placed", placed.orders().stream().map(PurchaseView.PlacedOrder::id).toList());
        }

        static Outcome of(RefusedException refused) {
            return new Outcome(String.valueOf(refused.getMessage()), List.of());
        }

        boolean placed() {
            return !orders.isEmpty();
        }
    }

    private record Season(UUID id, long certifiedGrams, long drawnGrams) {}

    @Test
    void writesManyOrdersInFewTransactions() {
        String product = market.list("cooperative", 10_000);

        List<Outcome> outcomes = atOnce(_ -> place(key(), Map.of(product, 1L)));

        assertThat(outcomes).allMatch(Outcome::placed);
        assertThat(
                        number(
                                "SELECT count(DISTINCT o.xmin::text) FROM purchase_order o WHERE id = ANY(:ids)",
                                ids(outcomes)))
                .isLessThan(AT_ONCE / 4);
        assertThat(available(product)).isEqualTo(10_000 - AT_ONCE);
    }

    @Test
    void sellsExactlyWhatThereIsWhenSomeOfABatchMustBeRefused() {
        String scarce = market.list("cooperative", 20);
        String plenty = market.list("cooperative2", 100_000);
        Random random = new Random(5);

        List<Outcome> outcomes =
                atOnce(i ->
                        place(
                                key(),
                                i % 2 == 0
                                        ? Map.of(scarce, 1L + random.nextInt(4), plenty, 2L)
                                        : Map.of(plenty, 1L)));

        assertThat(outcomes.stream().filter(one -> !one.placed()).map(Outcome::code))
                .isNotEmpty()
                .containsOnly("insufficient-stock");
        for (String product : List.of(scarce, plenty)) {
            assertThat(reserved(product)).isEqualTo(ordered(product));
            assertThat(available(product) + reserved(product))
                    .isEqualTo(product.equals(scarce) ? 20 : 100_000);
        }
        assertThat(available(scarce)).as("of orders of 1 to 4 boxes").isZero();
        assertThat(ordered(plenty)).isEqualTo(AT_ONCE / 2 + 2L * both(scarce));
    }

    @Test
    void locksNobodyOutWhenProductsAreNamedInEveryOrder() {
        List<String> products =
                IntStream.range(0, 6)
                        .mapToObj(
                                i -> market.list(i % 2 == 0 ? "cooperative" : "cooperative2", 150))
                        .toList();
        Random random = new Random(6);

        List<Outcome> outcomes =
                atOnce(_ -> {
                    String one = products.get(random.nextInt(6));
                    String other = products.get(random.nextInt(6));
                    return place(
                            key(),
                            one.equals(other) ? Map.of(one, 2L) : Map.of(one, 1L, other, 1L));
                });

        assertThat(outcomes.stream().map(Outcome::code).distinct())
                .isSubsetOf("placed", "insufficient-stock");
        for (String product : products) {
            assertThat(reserved(product)).isEqualTo(ordered(product));
            assertThat(available(product) + reserved(product)).isEqualTo(150);
        }
    }

    @Test
    void placesOneOrderForAKeyThatComesManyTimesAtOnce() {
        String product = market.list("cooperative", 10_000);
        IdempotencyKey key = key();

        List<Outcome> outcomes = atOnce(i -> place(i % 3 == 0 ? key : key(), Map.of(product, 1L)));

        assertThat(outcomes).allMatch(Outcome::placed);
        assertThat(ids(outcomes)).doesNotHaveDuplicates().hasSize(AT_ONCE - AT_ONCE / 3 + 1);
        assertThat(ordered(product)).isEqualTo(AT_ONCE - AT_ONCE / 3 + 1L);
    }

    @Test
    void drawsNoMoreThanTheSeasonHas() {
        String product = market.list("cooperative", 100_000);
        assertThat(place(key(), Map.of(product, 1L)).block()).isNotNull();
        Season season = season(product);
        certify(season.id(), season.drawnGrams() + 25 * BOX_GRAMS);
        try {
            List<Outcome> outcomes = atOnce(_ -> place(key(), Map.of(product, 1L)));

            assertThat(outcomes.stream().filter(Outcome::placed)).hasSize(25);
            assertThat(outcomes.stream().map(Outcome::code).distinct())
                    .containsExactlyInAnyOrder("placed", "season-capacity-exceeded");
            assertThat(ordered(product)).isEqualTo(26);
            assertThat(reserved(product)).isEqualTo(26);
        } finally {
            certify(season.id(), season.certifiedGrams());
        }
    }

    @Test
    void placesTheOthersWhenOneOfABatchBreaksIt() {
        String product = market.list("cooperative", 10_000);
        Caller nobody = new Caller(UUID.randomUUID(), buyer().organisationId(), Role.BUYER);

        List<Outcome> outcomes =
                atOnce(i ->
                        i % 50 == 0
                                ? place(nobody, key(), Map.of(product, 1L))
                                : place(key(), Map.of(product, 1L)));

        assertThat(outcomes.stream().filter(Outcome::placed)).hasSize(AT_ONCE - AT_ONCE / 50);
        assertThat(ordered(product)).isEqualTo(AT_ONCE - AT_ONCE / 50);
        assertThat(reserved(product)).isEqualTo(ordered(product));
    }

    @Test
    void leavesNoKeyBehindOfAnOrderThatWasRefused() {
        String product = market.list("cooperative", 1);
        IdempotencyKey key = key();

        assertThat(Objects.requireNonNull(place(key, Map.of(product, 2L)).block()).code())
                .isEqualTo("insufficient-stock");
        assertThat(Objects.requireNonNull(place(key, Map.of(product, 1L)).block()).placed())
                .isTrue();
    }

    private List<Outcome> atOnce(IntFunction<Mono<Outcome>> order) {
        return Objects.requireNonNull(
                Flux.range(0, AT_ONCE).flatMap(order::apply, AT_ONCE).collectList().block());
    }

    private Mono<Outcome> place(IdempotencyKey key, Map<String, Long> quantities) {
        return place(buyer(), key, quantities);
    }

    private Mono<Outcome> place(Caller caller, IdempotencyKey key, Map<String, Long> quantities) {
        List<PlaceOrders.Line> lines =
                quantities.entrySet().stream()
                        .map(of ->
                                new PlaceOrders.Line(UUID.fromString(of.getKey()), of.getValue()))
                        .toList();
        return ordering.place(caller, key, new PlaceOrders(lines, null, null, null, null, null))
                .map(Outcome::of)
                .onErrorResume(RefusedException.class, refused -> Mono.just(Outcome.of(refused)))
                .onErrorResume(
                        org.springframework.dao.DataIntegrityViolationException.class,
                        broken -> Mono.just(new Outcome("broken", List.of())));
    }

    private Caller buyer() {
        return Objects.requireNonNull(
                database.sql("SELECT id, organisation_id FROM person WHERE username = 'buyer'")
                        .map(row ->
                                new Caller(
                                        Objects.requireNonNull(row.get("id", UUID.class)),
                                        Objects.requireNonNull(
                                                row.get("organisation_id", UUID.class)),
                                        Role.BUYER))
                        .one()
                        .block());
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    private Season season(String product) {
        return Objects.requireNonNull(
                database.sql(SEASON_DRAWN_ON)
                        .bind("product", UUID.fromString(product))
                        .mapProperties(Season.class)
                        .one()
                        .block());
    }

    private void certify(UUID season, long grams) {
        database.sql("UPDATE season_capacity SET certified_grams = :grams WHERE id = :id")
                .bind("grams", grams)
                .bind("id", season)
                .then()
                .block();
    }

    private static List<UUID> ids(List<Outcome> outcomes) {
        return outcomes.stream().flatMap(one -> one.orders().stream()).distinct().toList();
    }

    private long number(String sql, List<UUID> ids) {
        return Objects.requireNonNull(
                database.sql(sql)
                        .bind("ids", ids.toArray(UUID[]::new))
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    private long available(String product) {
        return number("SELECT available FROM stock WHERE product_id = ANY(:ids)", of(product));
    }

    private long reserved(String product) {
        return number("SELECT reserved FROM stock WHERE product_id = ANY(:ids)", of(product));
    }

    private long ordered(String product) {
        return number(
                "SELECT coalesce(sum(quantity), 0)::bigint FROM order_line WHERE product_id = ANY(:ids)",
                of(product));
    }

    /** Purchases that hold this product. */
    private long both(String product) {
        return number("SELECT count(*) FROM order_line WHERE product_id = ANY(:ids)", of(product));
    }

    private static List<UUID> of(String product) {
        return List.of(UUID.fromString(product));
    }
}
