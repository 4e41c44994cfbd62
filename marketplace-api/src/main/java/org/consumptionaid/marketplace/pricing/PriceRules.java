package org.consumptionaid.marketplace.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Which price holds. Of the offers in force that are for the buyer's kind or for anybody, and whose
 * minimum the quantity reaches: one for the kind before one for anybody, then the largest minimum.
 * Where there is none, the product's own price. So an offer for a kind replaces those for anybody
 * even where it is dearer: the cooperative has said what this kind pays.
 */
public final class PriceRules {
    private static final Comparator<PriceTier> STRENGTH =
            Comparator.<PriceTier>comparingInt(tier -> tier.buyerKind() == BuyerKind.ANY ? 0 : 1)
                    .thenComparingLong(PriceTier::minGrams);

    private PriceRules() {}

    /** What somebody of a kind pays who takes this much. */
    public static PriceStep price(ListPrice own, PriceTiers offers, BuyerKind kind, long grams) {
        return offers.all().stream()
                .filter(tier -> isFor(tier, kind) && tier.minGrams() <= grams)
                .max(STRENGTH)
                .map(tier -> step(own, tier))
                .orElseGet(() -> new PriceStep(0, own.fenPerKg(), own.priceFen(), null));
    }

    /** What somebody of a kind pays for one package of each product that an offer is about. */
    static Map<UUID, PriceStep> ofOnePackage(
            Map<UUID, ListPrice> products, Map<UUID, PriceTiers> offers, BuyerKind kind) {
        Map<UUID, PriceStep> prices = new HashMap<>();
        offers.forEach((product, tiers) -> {
            ListPrice own = products.get(product);
            if (own != null) {
                PriceStep step = price(own, tiers, kind, own.unitGrams());
                if (step.offerId() != null) {
                    prices.put(product, step);
                }
            }
        });
        return prices;
    }

    /** What somebody of a kind pays from which quantity on, ascending; the first from 0. */
    static List<PriceStep> ladder(ListPrice own, PriceTiers offers, BuyerKind kind) {
        List<PriceStep> steps = new ArrayList<>();
        LongStream.concat(
                        LongStream.of(0),
                        offers.all().stream()
                                .filter(tier -> isFor(tier, kind))
                                .mapToLong(PriceTier::minGrams))
                .distinct()
                .sorted()
                .forEach(grams -> climb(steps, price(own, offers, kind, grams), grams));
        return steps;
    }

    private static void climb(List<PriceStep> steps, PriceStep next, long grams) {
        Optional<PriceStep> last =
                steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
        if (last.isEmpty() || !Objects.equals(last.get().offerId(), next.offerId())) {
            steps.add(new PriceStep(grams, next.fenPerKg(), next.priceFen(), next.offerId()));
        }
    }

    private static PriceStep step(ListPrice own, PriceTier tier) {
        return new PriceStep(
                tier.minGrams(), tier.fenPerKg(), own.packageFen(tier.fenPerKg()), tier.offerId());
    }

    private static boolean isFor(PriceTier tier, BuyerKind kind) {
        return tier.buyerKind() == BuyerKind.ANY || tier.buyerKind() == kind;
    }
}
