package org.consumptionaid.marketplace.contract;

import java.time.LocalDate;
import java.util.List;
import org.consumptionaid.marketplace.ordering.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says. Figures are those in force when the order was placed.
 *
 * @param version 1, or one more than the contract of the order that was changed into this one
 * @param replaces the number of that contract
 * @param paymentDays after the delivery, or after the order's confirmation if payment comes first
 * @param lessWeight basis points that may be missing without a reason
 * @param overdueRate basis points a day
 */
public record ContractContent(
        String number,
        int version,
        @Nullable String replaces,
        String orderNumber,
        LocalDate orderedOn,
        Party buyer,
        Party supplier,
        List<Line> lines,
        long totalFen,
        Terms terms,
        long paymentDays,
        long extensionDays,
        long returnDays,
        long lessWeight,
        long overdueRate,
        String deliverTo,
        @Nullable LocalDate deliverOn,
        String note) {

    public record Party(String name, @Nullable String creditCode) {}

    /**
     * A line as it was ordered.
     *
     * @param certificate of the product; its days are those it had when this was written
     */
    public record Line(
            int line,
            String name,
            String grade,
            String origin,
            String unit,
            long unitGrams,
            long quantity,
            long priceFen,
            long totalFen,
            String certificate,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {}
}
