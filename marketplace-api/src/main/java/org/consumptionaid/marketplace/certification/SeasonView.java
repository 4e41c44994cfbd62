package org.consumptionaid.marketplace.certification;

import java.time.LocalDate;

/**
 * A season's capacity and what of it is ordered or sold.
 *
 * @param certifiedGrams amount times yield, rounded down
 */
public record SeasonView(
        LocalDate from,
        LocalDate to,
        SeasonBasis basis,
        long amountHundredths,
        long gramsPerUnit,
        long certifiedGrams,
        long drawnGrams) {}
