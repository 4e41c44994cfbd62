package org.consumptionaid.marketplace.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** From a paid order down to the household, and every way not to get there. */
@MarketplaceTest
class BenefitIT {
    private static final List<Map<String, Object>> PARTS =
            List.of(
                    Map.of("mode", "PURCHASE", "basisPoints", 6_000),
                    Map.of("mode", "WAGE", "basisPoints", 1_500),
                    Map.of("mode", "MARGIN", "basisPoints", 1_500),
                    Map.of("mode", "FREIGHT", "basisPoints", 1_000));

    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private DatabaseClient database;

    /** A product with a rule of its own, and an order of it that was shipped. */
    private record Shipped(String product, String order, String lot) {}

    @Test
    void splitsAPaidLineDownToTheHouseholdsByKilogramsAndHours() {
        Shipped shipped = ship();
        Answer first = household();
        Answer second = household();
        confirmed(purchase(first, shipped.lot(), 10_000, 150)); // 15.00 yuan
        confirmed(purchase(second, shipped.lot(), 9_000, 150)); // 13.50 yuan
        confirmed(wage(first, 600, 5_000)); // 500.00 yuan

        pay(shipped.order(), 20_000); // 73.60 yuan

        Map<String, Long> booked = split(shipped.order());
        assertThat(booked)
                .containsEntry("household/" + first.text("/code") + "/purchase", 1_500L)
                .containsEntry("household/" + second.text("/code") + "/purchase", 1_350L)
                .containsEntry(account("margin"), 1_104L)
                .containsEntry(account("freight"), 736L)
                .containsEntry(account("unclaimed"), 4_416L - 2_850L)
                .containsEntry(account("benefit"), -7_360L);
        assertThat(booked.get("household/" + first.text("/code") + "/wage")).isPositive();
        assertThat(wages(booked)).isEqualTo(1_104L); // others of the cooperative worked too
        assertThat(claims("cooperative").toString()).contains("\"receivedFen\":1500");
    }

    @Test
    void sharesTooSmallAPoolByWhatTheClaimsHaveOpen() {
        Shipped shipped = ship();
        Answer first = household();
        Answer second = household();
        confirmed(purchase(first, shipped.lot(), 5_000, 1_000)); // 50 yuan
        confirmed(purchase(second, shipped.lot(), 10_000, 1_000)); // 100 yuan

        pay(shipped.order(), 20_000);

        assertThat(split(shipped.order()))
                .containsEntry("household/" + first.text("/code") + "/purchase", 1_472L)
                .containsEntry("household/" + second.text("/code") + "/purchase", 2_944L)
                .doesNotContainKey(account("unclaimed").replace("unclaimed", "purchase"));
    }

    @Test
    void givesNothingForAClaimNobodyConfirmed() {
        Shipped shipped = ship();
        Answer claim = purchase(household(), shipped.lot(), 5_000, 100);

        pay(shipped.order(), 20_000);

        assertThat(split(shipped.order()).keySet()).noneMatch(code -> code.contains("/purchase"));
        assertThat(confirm(claim).text("/type")).endsWith("lot-already-split");
    }

    @Test
    void takesTheSplitBackWithAPaymentBookedByMistakeAndSplitsAnew() {
        Shipped shipped = ship();
        Answer household = household();
        Answer claim = purchase(household, shipped.lot(), 10_000, 150);
        confirmed(claim);
        market.accept("buyer", shipped.order(), 20_000);
        String line = market.remitByStatement(shipped.order());
        long received = received(household);
        String account = "household/" + household.text("/code") + "/purchase";

        api.post("operator", "/bank-lines/" + line + "/reversal", Map.of("reason", "入错账"));

        assertThat(received).isEqualTo(1_500);
        assertThat(received(household)).isZero();
        assertThat(sum(shipped.order(), account)).isZero();
        assertThat(sum(shipped.order(), account("benefit"))).isZero();

        market.remit(shipped.order());

        assertThat(received(household)).isEqualTo(1_500);
        assertThat(sum(shipped.order(), account)).isEqualTo(1_500);
    }

    @Test
    void splitsByTheRuleThatWasInForceWhenTheOrderWasPlaced() {
        Shipped shipped = ship();
        Answer next =
                rule(shipped.product(), List.of(Map.of("mode", "MARGIN", "basisPoints", 10_000)));
        assertThat(next.number("/version")).isEqualTo(2);

        pay(shipped.order(), 20_000);

        assertThat(split(shipped.order())).containsKey(account("freight"));
    }

    @Test
    void claimsNoKilogramOfALotTwice() {
        Shipped shipped = ship();
        confirmed(purchase(household(), shipped.lot(), 10_000, 100));
        confirmed(purchase(household(), shipped.lot(), 5_000, 100));

        Answer refused = purchase(household(), shipped.lot(), 5_001, 100);

        assertThat(refused.text("/type")).endsWith("more-than-the-lot");
        assertThat(purchase(household(), shipped.lot(), 5_000, 100).status()).isEqualTo(201);
    }

    @Test
    void claimsNoKilogramTwiceFromManyHandsAtOnce() {
        Shipped shipped = ship();
        List<Answer> households = IntStream.range(0, 8).mapToObj(_ -> household()).toList();

        long taken =
                Objects.requireNonNull(
                        Flux.fromIterable(households)
                                .flatMap(
                                        household ->
                                                reactor.core.publisher.Mono.fromCallable(() ->
                                                                purchase(
                                                                                household,
                                                                                shipped.lot(),
                                                                                6_000,
                                                                                100)
                                                                        .status())
                                                        .subscribeOn(Schedulers.boundedElastic()),
                                        8)
                                .filter(status -> status == 201)
                                .count()
                                .block());

        assertThat(taken).isEqualTo(3); // of 20 kg
    }

    @Test
    void claimsNoMoreThanGrowsAndGivesBackWhatIsRejected() {
        Shipped shipped = ship();
        Answer household = household(); // 10 kg
        Answer claim = purchase(household, shipped.lot(), 10_000, 100);
        assertThat(purchase(household, shipped.lot(), 1, 1_000).text("/type"))
                .endsWith("more-than-the-plot");

        Answer rejected =
                api.post(
                        "county",
                        "/benefit/claims/" + claim.text("/id") + "/rejection",
                        Map.of("reason", "磅单不清"));

        assertThat(rejected.text("/state")).isEqualTo("REJECTED");
        assertThat(purchase(household, shipped.lot(), 10_000, 100).status()).isEqualTo(201);
        assertThat(confirm(claim).text("/type")).endsWith("already-decided");
    }

    @Test
    void letsNoHouseholdWorkTheSameHoursTwiceNorMoreHoursThanThereAre() {
        Answer household = household();
        Instant day = Instant.parse("2026-05-04T00:00:00Z");
        assertThat(wage(household, day, day.plus(8, ChronoUnit.HOURS), 480).status())
                .isEqualTo(201);

        assertThat(
                        wage(
                                        household,
                                        day.plus(7, ChronoUnit.HOURS),
                                        day.plus(9, ChronoUnit.HOURS),
                                        60)
                                .text("/type"))
                .endsWith("time-taken");
        assertThat(
                        wage(
                                        household,
                                        day.plus(8, ChronoUnit.HOURS),
                                        day.plus(9, ChronoUnit.HOURS),
                                        61)
                                .text("/type"))
                .endsWith("more-than-the-calendar");
    }

    @Test
    void takesAPaperOnceAndNothingForALotThatIsSplit() {
        Shipped shipped = ship();
        Map<String, Object> form = purchaseForm(household(), shipped.lot(), 1_000, 100);
        assertThat(api.post("cooperative", "/benefit/claims", form).status()).isEqualTo(201);
        assertThat(api.post("cooperative", "/benefit/claims", form).text("/type"))
                .endsWith("evidence-used");
        pay(shipped.order(), 20_000);

        assertThat(purchase(household(), shipped.lot(), 1_000, 100).text("/type"))
                .endsWith("lot-already-split");
    }

    @ParameterizedTest
    @ValueSource(ints = {5_999, 6_001})
    void takesNoRuleWhosePartsAreNotTheWhole(int basisPoints) {
        List<Map<String, Object>> parts =
                List.of(
                        Map.of("mode", "PURCHASE", "basisPoints", basisPoints),
                        Map.of("mode", "MARGIN", "basisPoints", 4_000));

        assertThat(api.post("cooperative", "/benefit/rules", Map.of("parts", parts)).text("/type"))
                .endsWith("parts-not-whole");
    }

    @Test
    void takesNoRuleOfThePastAndNoneForAProductOfOthers() {
        Map<String, Object> past =
                Map.of("parts", PARTS, "validFrom", LocalDate.of(2026, 1, 1).toString());
        Map<String, Object> others =
                Map.of("parts", PARTS, "productId", market.list("cooperative2", 1));

        assertThat(api.post("cooperative", "/benefit/rules", past).text("/type"))
                .endsWith("valid-from-taken");
        assertThat(api.post("cooperative", "/benefit/rules", others).status()).isEqualTo(404);
    }

    @Test
    void showsAnHouseholdAndItsClaimsToItsOwnCountyAndCooperativeOnly() {
        Shipped shipped = ship();
        Answer household = household();
        Answer claim = purchase(household, shipped.lot(), 1_000, 100);

        assertThat(
                        api.post(
                                        "cooperative2",
                                        "/benefit/claims",
                                        purchaseForm(household, shipped.lot(), 1_000, 100))
                                .text("/type"))
                .endsWith("unknown-household");
        assertThat(claims("cooperative2").toString()).doesNotContain(claim.text("/id"));
        assertThat(claims("county").toString()).contains(claim.text("/id"));
        assertThat(claims("auditor").toString()).contains(claim.text("/id"));
    }

    private Shipped ship() {
        String product = market.list("cooperative", 50);
        rule(product, PARTS);
        String order = market.order("buyer", product, 2);
        market.ship("cooperative", order);
        String lot =
                Objects.requireNonNull(
                        database.sql("SELECT number FROM lot WHERE order_id = :order")
                                .bind("order", UUID.fromString(order))
                                .mapValue(String.class)
                                .one()
                                .block());
        return new Shipped(product, order, lot);
    }

    private Answer rule(String product, List<Map<String, Object>> parts) {
        Answer added =
                api.post(
                        "cooperative",
                        "/benefit/rules",
                        Map.of("productId", product, "parts", parts));
        assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
        return added;
    }

    private void pay(String order, long grams) {
        market.accept("buyer", order, grams);
        market.remit(order);
    }

    /** With a plot of 10 kg. */
    private Answer household() {
        String id = api.post("county", "/benefit/households", Map.of()).text("/id");
        return api.post(
                "county",
                "/benefit/households/" + id + "/plots",
                Map.of("produce", "洋芋", "season", 2026, "grams", 10_000, "evidence", "地-" + id));
    }

    private Answer purchase(Answer household, String lot, long grams, long fenPerKg) {
        return api.post(
                "cooperative", "/benefit/claims", purchaseForm(household, lot, grams, fenPerKg));
    }

    private static Map<String, Object> purchaseForm(
            Answer household, String lot, long grams, long fenPerKg) {
        Map<String, Object> form = new HashMap<>();
        form.put("household", household.text("/code"));
        form.put("mode", "PURCHASE");
        form.put("evidence", "磅单 " + UUID.randomUUID());
        form.put("lot", lot);
        form.put("plotId", household.text("/plots/0/id"));
        form.put("grams", grams);
        form.put("fenPerKg", fenPerKg);
        return form;
    }

    private Answer wage(Answer household, long minutes, long fenPerHour) {
        Map<String, Object> form = new HashMap<>();
        form.put("household", household.text("/code"));
        form.put("mode", "WAGE");
        form.put("evidence", "工时表 " + UUID.randomUUID());
        form.put("from", "2026-06-01T00:00:00Z");
        form.put("to", "2026-06-02T00:00:00Z");
        form.put("minutes", minutes);
        form.put("fenPerHour", fenPerHour);
        return api.post("cooperative", "/benefit/claims", form);
    }

    private Answer wage(Answer household, Instant from, Instant to, long minutes) {
        Map<String, Object> form = new HashMap<>();
        form.put("household", household.text("/code"));
        form.put("mode", "WAGE");
        form.put("evidence", "工时表 " + UUID.randomUUID());
        form.put("from", from.toString());
        form.put("to", to.toString());
        form.put("minutes", minutes);
        form.put("fenPerHour", 2_000);
        return api.post("cooperative", "/benefit/claims", form);
    }

    private void confirmed(Answer claim) {
        assertThat(confirm(claim).text("/state"))
                .as(claim.body().toString())
                .isEqualTo("CONFIRMED");
    }

    private Answer confirm(Answer claim) {
        return api.post(
                "county", "/benefit/claims/" + claim.text("/id") + "/confirmation", Map.of());
    }

    private Object claims(String who) {
        return api.get(who, "/benefit/claims").body();
    }

    /** What the household's only claim has received. */
    private long received(Answer household) {
        for (JsonNode claim : api.get("cooperative", "/benefit/claims").body().get("items")) {
            if (claim.get("household").asString().equals(household.text("/code"))) {
                return claim.get("receivedFen").asLong();
            }
        }
        return -1;
    }

    /** What all entries about an order moved on an account. */
    private long sum(String order, String account) {
        long fen = 0;
        for (JsonNode entry :
                api.get("operator", "/ledger/entries?order=" + order).body().get("items")) {
            for (JsonNode posting : entry.get("postings")) {
                if (posting.get("account").asString().equals(account)) {
                    fen += posting.get("amountFen").asLong();
                }
            }
        }
        return fen;
    }

    private static long wages(Map<String, Long> booked) {
        return booked.entrySet().stream()
                .filter(posting -> posting.getKey().endsWith("/wage"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private String account(String name) {
        return "cooperative/" + api.get("cooperative", "/me").text("/organisationId") + "/" + name;
    }

    private Map<String, Long> split(String order) {
        Map<String, Long> booked = new HashMap<>();
        api.get("buyer", "/ledger/entries?order=" + order)
                .body()
                .get("items")
                .forEach(entry -> {
                    if (entry.get("kind").asString().equals("BENEFIT_SPLIT")) {
                        entry.get("postings")
                                .forEach(posting ->
                                        booked.put(
                                                posting.get("account").asString(),
                                                posting.get("amountFen").asLong()));
                    }
                });
        return booked;
    }
}
