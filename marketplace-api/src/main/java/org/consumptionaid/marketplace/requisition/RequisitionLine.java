package org.consumptionaid.marketplace.requisition;

import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.catalog.Offer;
import org.consumptionaid.marketplace.pricing.BuyerKind;
import org.consumptionaid.marketplace.shared.Money;

/** A product that is asked for, as it was sold when it was. */
public record RequisitionLine(
        int line,
        UUID productId,
        String name,
        String supplierName,
        String categoryCode,
        String unit,
        long unitGrams,
        long quantity,
        long priceFen,
        long totalFen,
        String certificateNumber) {

    static RequisitionLine of(int line, Offer offer, long quantity) {
        long priceFen = offer.price(BuyerKind.PROCUREMENT, quantity).priceFen();
        return new RequisitionLine(
                line,
                offer.productId(),
                offer.name(),
                offer.organisationName(),
                offer.categoryCode(),
                offer.unit(),
                offer.netWeightGrams(),
                quantity,
                priceFen,
                new Money(priceFen).times(quantity).fen(),
                Objects.requireNonNull(offer.certificateNumber()));
    }
}
