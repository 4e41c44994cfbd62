package org.consumptionaid.marketplace.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.pricing.ListPrice;
import org.consumptionaid.marketplace.pricing.PriceStep;
import org.jspecify.annotations.Nullable;

/**
 * A product that was found.
 *
 * @param picture id of its first picture
 * @param ownPrice what one package costs the caller, where an offer for its kind of buyer replaces
 *     the product's own price
 * @param distanceMetres from the buyer's county, in lists in that order
 * @param reasons why it stands where it does, in sentences, if that was asked
 */
public record ProductHit(
        UUID id,
        String name,
        String variety,
        String grade,
        String countyCode,
        String countyName,
        String prefecture,
        String province,
        String category,
        String categoryName,
        UUID organisationId,
        String organisationName,
        long priceFen,
        long pricePerKgFen,
        @Nullable OwnPrice ownPrice,
        String unit,
        long netWeightGrams,
        long available,
        boolean inSeason,
        @Nullable String giCertificate,
        String certificateNumber,
        Instant certifiedUntil,
        @Nullable UUID picture,
        boolean demo,
        @Nullable Long distanceMetres,
        @Nullable List<String> reasons) {

    /**
     * A price for one kind of buyer.
     *
     * @param priceFen of one package
     */
    public record OwnPrice(long priceFen, long pricePerKgFen) {}

    ProductHit at(@Nullable PriceStep offer) {
        return offer == null
                ? this
                : new ProductHit(
                        id,
                        name,
                        variety,
                        grade,
                        countyCode,
                        countyName,
                        prefecture,
                        province,
                        category,
                        categoryName,
                        organisationId,
                        organisationName,
                        priceFen,
                        pricePerKgFen,
                        new OwnPrice(offer.priceFen(), offer.fenPerKg()),
                        unit,
                        netWeightGrams,
                        available,
                        inSeason,
                        giCertificate,
                        certificateNumber,
                        certifiedUntil,
                        picture,
                        demo,
                        distanceMetres,
                        reasons);
    }

    ListPrice listPrice() {
        return new ListPrice(priceFen, netWeightGrams);
    }
}
