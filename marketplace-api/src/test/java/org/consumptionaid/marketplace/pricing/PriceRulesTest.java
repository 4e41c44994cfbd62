package org.consumptionaid.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PriceRulesTest {
    /** 36.80 yuan for 10 kg. */
    private static final ListPrice OWN = new ListPrice(3_680, 10_000);

    @Test
    void asksTheProductsOwnPriceWhereNothingIsOffered() {
        assertThat(priceFen(List.of(), BuyerKind.SCHOOL, 500_000)).isEqualTo(3_680);
    }

    @Test
    void takesTheLargestTierThatTheQuantityReaches() {
        List<PriceTier> tiers =
                List.of(tier(BuyerKind.ANY, 50_000, 340), tier(BuyerKind.ANY, 100_000, 320));

        assertThat(priceFen(tiers, BuyerKind.PROCUREMENT, 49_999)).isEqualTo(3_680);
        assertThat(priceFen(tiers, BuyerKind.PROCUREMENT, 50_000)).isEqualTo(3_400);
        assertThat(priceFen(tiers, BuyerKind.PROCUREMENT, 99_999)).isEqualTo(3_400);
        assertThat(priceFen(tiers, BuyerKind.PROCUREMENT, 100_000)).isEqualTo(3_200);
    }

    @Test
    void prefersAnOfferForTheBuyersKindEvenWhereItIsDearer() {
        List<PriceTier> tiers =
                List.of(tier(BuyerKind.ANY, 50_000, 300), tier(BuyerKind.SCHOOL, 0, 350));

        assertThat(priceFen(tiers, BuyerKind.SCHOOL, 60_000)).isEqualTo(3_500);
        assertThat(priceFen(tiers, BuyerKind.PROCUREMENT, 60_000)).isEqualTo(3_000);
        assertThat(priceFen(tiers, BuyerKind.ANY, 10_000)).isEqualTo(3_680);
    }

    @Test
    void roundsAPackageHalfAFenUpAndNeverToNothing() {
        assertThat(new ListPrice(1, 1_500).packageFen(333)).isEqualTo(500); // 499.5
        assertThat(new ListPrice(1, 1).packageFen(1)).isEqualTo(1);
    }

    @Test
    void readsWhatTheDatabaseWrites() {
        UUID id = UUID.randomUUID();

        assertThat(PriceTiers.valueOf("SCHOOL 50000 320 " + id).all())
                .containsExactly(new PriceTier(BuyerKind.SCHOOL, 50_000, 320, id));
        assertThat(PriceTiers.valueOf("").all()).isEmpty();
    }

    /** Said once more in other words: no other offer that the buyer may have is stronger. */
    @Property
    void leavesNoStrongerOfferUnused(
            @ForAll("tiers") List<PriceTier> tiers,
            @ForAll BuyerKind kind,
            @ForAll @LongRange(min = 1, max = 300_000) long grams) {
        UUID chosen = PriceRules.price(OWN, new PriceTiers(tiers), kind, grams).offerId();

        List<PriceTier> reached = new ArrayList<>();
        for (PriceTier tier : tiers) {
            if (tier.minGrams() <= grams
                    && (tier.buyerKind() == kind || tier.buyerKind() == BuyerKind.ANY)) {
                reached.add(tier);
            }
        }
        boolean special = reached.stream().anyMatch(tier -> tier.buyerKind() != BuyerKind.ANY);
        reached.removeIf(tier -> special && tier.buyerKind() == BuyerKind.ANY);
        long largest = reached.stream().mapToLong(PriceTier::minGrams).max().orElse(-1);
        assertThat(reached.stream().filter(tier -> tier.minGrams() == largest))
                .extracting(PriceTier::offerId)
                .isEqualTo(chosen == null ? List.of() : List.of(chosen));
    }

    @Property
    void showsTheSamePricesAsItAsks(
            @ForAll("tiers") List<PriceTier> tiers,
            @ForAll BuyerKind kind,
            @ForAll @LongRange(min = 1, max = 300_000) long grams) {
        List<PriceStep> ladder = PriceRules.ladder(OWN, new PriceTiers(tiers), kind);

        PriceStep reached =
                ladder.stream().filter(step -> step.minGrams() <= grams).toList().getLast();
        PriceStep asked = PriceRules.price(OWN, new PriceTiers(tiers), kind, grams);
        assertThat(reached.priceFen()).isEqualTo(asked.priceFen());
        assertThat(reached.offerId()).isEqualTo(asked.offerId());
        assertThat(ladder).extracting(PriceStep::minGrams).isSorted().doesNotHaveDuplicates();
    }

    /** As the database keeps them: one for a kind and a minimum. */
    @Provide
    Arbitrary<List<PriceTier>> tiers() {
        Arbitrary<Long> grams = Arbitraries.longs().between(0, 5).map(n -> n * 50_000);
        return Combinators.combine(
                        Arbitraries.of(BuyerKind.class),
                        grams,
                        Arbitraries.longs().between(1, 1_000))
                .as(PriceRulesTest::tier)
                .list()
                .ofMaxSize(12)
                .uniqueElements(tier -> tier.buyerKind() + " " + tier.minGrams());
    }

    private static long priceFen(List<PriceTier> tiers, BuyerKind kind, long grams) {
        return PriceRules.price(OWN, new PriceTiers(tiers), kind, grams).priceFen();
    }

    private static PriceTier tier(BuyerKind kind, long minGrams, long fenPerKg) {
        return new PriceTier(kind, minGrams, fenPerKg, UUID.randomUUID());
    }
}
