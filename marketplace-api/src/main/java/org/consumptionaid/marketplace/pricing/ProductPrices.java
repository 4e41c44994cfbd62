package org.consumptionaid.marketplace.pricing;

import java.util.List;

/**
 * What a product costs now, to whom.
 *
 * @param buyerKind the caller's
 * @param steps what the caller pays from which quantity on
 * @param items all offers that are in force or will be, those for others too: no price is secret
 */
public record ProductPrices(
        BuyerKind buyerKind, List<PriceStep> steps, List<PriceOfferView> items) {

    static ProductPrices of(BuyerKind kind, ListPrice own, List<PriceOfferView> offers) {
        PriceTiers inForce =
                new PriceTiers(
                        offers.stream()
                                .filter(PriceOfferView::inForce)
                                .map(PriceOfferView::tier)
                                .toList());
        return new ProductPrices(kind, PriceRules.ladder(own, inForce, kind), offers);
    }
}
