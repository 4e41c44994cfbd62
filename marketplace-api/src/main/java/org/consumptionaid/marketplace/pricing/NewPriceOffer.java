package org.consumptionaid.marketplace.pricing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * An offer about to be written; one that begins today begins now, so that no order that was placed
 * is priced anew.
 */
record NewPriceOffer(
        UUID id,
        UUID productId,
        PriceOfferForm form,
        Instant validFrom,
        @Nullable Instant validUntil,
        UUID setBy,
        Instant setAt,
        PriceNote note) {

    /**
     * Refusals: {@link PricingRefusal.MinimumMissing}, {@link PricingRefusal.StartsInThePast},
     * {@link PricingRefusal.EndsBeforeItStarts}.
     */
    static NewPriceOffer of(
            Caller caller, UUID productId, PriceOfferForm form, PriceNote note, Clock clock) {
        LocalDate today = BusinessDay.today(clock);
        LocalDate from = form.validFromOn() == null ? today : form.validFromOn();
        if (form.buyerKindOrAny() == BuyerKind.ANY && form.minGramsOrNone() == 0) {
            throw new PricingRefusal.MinimumMissing().asException();
        }
        if (from.isBefore(today)) {
            throw new PricingRefusal.StartsInThePast().asException();
        }
        if (form.validToOn() != null && form.validToOn().isBefore(from)) {
            throw new PricingRefusal.EndsBeforeItStarts().asException();
        }
        Instant now = clock.instant();
        return new NewPriceOffer(
                Ids.next(clock),
                productId,
                form,
                from.equals(today) ? now : start(from),
                form.validToOn() == null ? null : start(form.validToOn().plusDays(1)),
                caller.personId(),
                now,
                note);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessDay.ZONE).toInstant();
    }
}
