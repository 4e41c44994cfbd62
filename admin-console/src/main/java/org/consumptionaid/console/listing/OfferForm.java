package org.consumptionaid.console.listing;

import java.time.LocalDate;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.market.Command.NewOffer;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** An offer as it is typed: the minimum in kilograms, the price in yuan a kilogram. */
record OfferForm(
        @Nullable String buyerKind,
        @Nullable String minKg,
        @Nullable String yuanPerKg,
        @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate validFromOn,
        @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate validToOn,
        @Nullable String priceReason) {

    static final OfferForm EMPTY = new OfferForm("ANY", null, null, null, null, null);

    /** {@link Amounts.Unreadable} for the first figure that is none. */
    NewOffer command() {
        return new NewOffer(
                buyerKind,
                minKg == null || minKg.isBlank() ? null : Amounts.grams("minGrams", minKg),
                Amounts.fen("fenPerKg", yuanPerKg),
                validFromOn,
                validToOn,
                priceReason);
    }
}
