package org.consumptionaid.marketplace.catalog;

import java.util.UUID;
import org.consumptionaid.marketplace.certification.CertificationRefusal;
import org.consumptionaid.marketplace.pricing.BuyerKind;
import org.consumptionaid.marketplace.pricing.ListPrice;
import org.consumptionaid.marketplace.pricing.PriceRules;
import org.consumptionaid.marketplace.pricing.PriceStep;
import org.consumptionaid.marketplace.pricing.PriceTiers;
import org.consumptionaid.marketplace.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A product as somebody about to order it needs it.
 *
 * @param priceFen of one package where none of the tiers is reached
 * @param tiers what is offered to the buyer's kind and to anybody
 * @param certificateNumber of the product certificate it may be sold under now; none if it may not
 */
public record Offer(
        UUID productId,
        String name,
        String categoryCode,
        String countyCode,
        String countyName,
        UUID organisationId,
        String organisationName,
        String grade,
        String unit,
        long netWeightGrams,
        long priceFen,
        PriceTiers tiers,
        long available,
        boolean listed,
        @Nullable String certificateNumber) {

    /**
     * What a package costs somebody who takes this many.
     *
     * @param kind the one the offer was asked for
     */
    public PriceStep price(BuyerKind kind, long quantity) {
        return PriceRules.price(
                new ListPrice(priceFen, netWeightGrams),
                tiers,
                kind,
                Math.multiplyExact(quantity, netWeightGrams));
    }

    /** Why this many packages cannot be ordered now; null if they can. */
    public @Nullable Refusal refusal(long quantity) {
        if (certificateNumber == null) {
            return new CertificationRefusal.NotInForce();
        }
        if (!listed) {
            return new CatalogRefusal.NotOnSale(name);
        }
        return available < quantity
                ? new CatalogRefusal.InsufficientStock(name, unit, available)
                : null;
    }
}
