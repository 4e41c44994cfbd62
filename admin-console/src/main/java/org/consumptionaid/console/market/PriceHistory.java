package org.consumptionaid.console.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A product's prices, the newest first, and what produce like it costs elsewhere. */
public record PriceHistory(List<Period> items, @Nullable Reference reference) {

    /** A price and its time; without an offer it is the product's own. */
    public record Period(
            String buyerKind,
            long minGrams,
            long fenPerKg,
            Instant fromAt,
            @Nullable Instant untilAt,
            @Nullable String setBy,
            String reason,
            @Nullable Long referenceFenPerKg,
            @Nullable String offerId) {}

    /** A market's price by name, or the median of what was paid here. */
    public record Reference(
            String kind,
            long fenPerKg,
            long ceilingFenPerKg,
            @Nullable String item,
            @Nullable String market,
            @Nullable String source,
            @Nullable LocalDate month,
            @Nullable Long sales,
            @Nullable LocalDate firstOn,
            @Nullable LocalDate lastOn) {}

    /** Why the product's present price is what it is; null if nothing was said. */
    public @Nullable String reason() {
        return items.stream()
                .filter(period -> period.offerId() == null)
                .findFirst()
                .map(Period::reason)
                .filter(reason -> !reason.isEmpty())
                .orElse(null);
    }

    /** Whether prices were set by somebody the visitor may know. */
    public boolean namesPeople() {
        return items.stream()
                .map(Period::setBy)
                .map(Optional::ofNullable)
                .anyMatch(Optional::isPresent);
    }
}
