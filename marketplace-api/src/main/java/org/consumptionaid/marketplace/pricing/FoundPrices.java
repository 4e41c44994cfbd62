package org.consumptionaid.marketplace.pricing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Money;
import org.jspecify.annotations.Nullable;

/** What the database knows of the price of produce: the market's latest, and what was paid. */
record FoundPrices(
        @Nullable String item,
        @Nullable String market,
        @Nullable String source,
        @Nullable LocalDate month,
        @Nullable Long marketFen,
        long sales,
        @Nullable Long paidFen,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt) {
    private static final long WHOLE = 10_000;

    /** The market's price where there is one that is not too old, else what is paid here. */
    Optional<Reference> reference(ReferencePolicy policy, LocalDate today) {
        if (marketFen != null
                && month != null
                && !month.plusMonths(1).plusDays(policy.marketDays()).isBefore(today)) {
            return Optional.of(
                    new Reference(
                            Reference.Kind.MARKET,
                            marketFen,
                            ceiling(marketFen, policy.marketMargin()),
                            item,
                            market,
                            source,
                            month,
                            null,
                            null,
                            null));
        }
        return paidFen == null || sales < policy.leastSales()
                ? Optional.empty()
                : Optional.of(paid(paidFen, policy));
    }

    private Reference paid(long fen, ReferencePolicy policy) {
        return new Reference(
                Reference.Kind.PAID,
                fen,
                ceiling(fen, policy.paidMargin()),
                null,
                null,
                null,
                null,
                sales,
                day(firstAt),
                day(lastAt));
    }

    private static long ceiling(long fen, long margin) {
        return new Money(fen).share(WHOLE + margin, WHOLE).fen();
    }

    private static LocalDate day(@Nullable Instant at) {
        return LocalDate.ofInstant(Objects.requireNonNull(at), BusinessDay.ZONE);
    }
}
