package org.consumptionaid.marketplace.farming;

import java.util.List;
import java.util.Optional;

/** Decides about production records. Knows no database and no clock. */
final class FarmingRules {
    private FarmingRules() {}

    /**
     * A harvest and a treatment that is too close before it.
     *
     * @param missingDays that the harvest has to wait longer
     */
    record TooEarly(PlotWork harvest, PlotWork treatment, long missingDays) {}

    /** Whether new work on a plot brings a harvest too close to a treatment, either being new. */
    static Optional<TooEarly> tooEarly(PlotWork added, List<PlotWork> there) {
        return there.stream()
                .flatMap(other -> clash(added, other).or(() -> clash(other, added)).stream())
                .findFirst();
    }

    private static Optional<TooEarly> clash(PlotWork harvest, PlotWork treatment) {
        boolean early =
                harvest.operation() == FarmOperation.HARVEST
                        && treatment.operation().isTreatment()
                        && treatment.day() <= harvest.day()
                        && harvest.day() < treatment.harvestFrom();
        return early
                ? Optional.of(
                        new TooEarly(harvest, treatment, treatment.harvestFrom() - harvest.day()))
                : Optional.empty();
    }
}
