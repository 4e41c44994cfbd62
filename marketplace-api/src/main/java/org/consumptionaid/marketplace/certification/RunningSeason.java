package org.consumptionaid.marketplace.certification;

import java.time.LocalDate;

/**
 * A season that runs today under a certificate in force: what may be sold of it, why, and what of
 * it is ordered or sold.
 *
 * @param category of the certificate
 * @param certifiedGrams {@code amountHundredths} times {@code gramsPerUnit}, rounded down
 */
public record RunningSeason(
        String category,
        String categoryName,
        String certificateNumber,
        LocalDate from,
        LocalDate to,
        SeasonBasis basis,
        long amountHundredths,
        long gramsPerUnit,
        long certifiedGrams,
        long drawnGrams) {}
