package org.consumptionaid.marketplace.school;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.consumptionaid.marketplace.catalog.NearbyOffer;

/** A product that can serve a need, and how many packages of it would cover what is left of it. */
public record SupplierOffer(@JsonUnwrapped NearbyOffer offer, long suggestedQuantity) {
    /** Packages that cover the grams, or all there are. */
    public static SupplierOffer of(NearbyOffer offer, long grams) {
        return new SupplierOffer(
                offer, Math.min(offer.available(), Math.ceilDiv(grams, offer.netWeightGrams())));
    }
}
