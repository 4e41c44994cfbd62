package org.consumptionaid.console.market;

import java.time.LocalDate;

/** How much of a category may be sold this season, from what evidence, and how much is sold. */
public record RunningSeason(
        String category,
        String categoryName,
        String certificateNumber,
        LocalDate from,
        LocalDate to,
        String basis,
        long amountHundredths,
        long gramsPerUnit,
        long certifiedGrams,
        long drawnGrams) {

    public long leftGrams() {
        return certifiedGrams - drawnGrams;
    }
}
