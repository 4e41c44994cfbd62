package org.consumptionaid.marketplace.pricing;

import java.math.BigDecimal;
import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a price cannot be set. */
public sealed interface PricingRefusal extends Refusal {
    /** There is an offer for the same buyers and quantity on some of these days. */
    record OfferOverlaps() implements PricingRefusal {}

    /** A price for anybody and any quantity is the product's own. */
    record MinimumMissing() implements PricingRefusal {}

    /** Prices are not set for days that are over. */
    record StartsInThePast() implements PricingRefusal {}

    record EndsBeforeItStarts() implements PricingRefusal {}

    record TooManyOffers(int most) implements PricingRefusal {}

    /** It lies further above the reference price than the rules allow without a reason. */
    record AboveCeiling(long fenPerKg, long referenceFenPerKg, long ceilingFenPerKg)
            implements PricingRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case OfferOverlaps() ->
                    Problem.of(HttpStatus.CONFLICT, "offer-overlaps").at("validFromOn");
            case MinimumMissing() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "offer-minimum-missing")
                            .at("minGrams");
            case StartsInThePast() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "offer-in-the-past")
                            .at("validFromOn");
            case EndsBeforeItStarts() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "offer-ends-before-start")
                            .at("validToOn");
            case TooManyOffers(int most) ->
                    Problem.of(HttpStatus.CONFLICT, "too-many-offers", most);
            case AboveCeiling(long fenPerKg, long reference, long ceiling) ->
                    Problem.of(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "price-above-ceiling",
                                    yuan(fenPerKg),
                                    yuan(reference),
                                    yuan(ceiling))
                            .at("priceReason")
                            .with("ceilingFenPerKg", ceiling);
        };
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
