package org.consumptionaid.console.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order with all its life so far; {@code actions} is what the reader may do with it now. */
public record Order(
        String id,
        String number,
        String purchaseId,
        String state,
        String channel,
        String terms,
        String buyerId,
        String buyerName,
        String supplierId,
        String supplierName,
        long totalFen,
        @Nullable Long acceptedFen,
        long paidFen,
        long dueFen,
        long refundableFen,
        String deliverTo,
        @Nullable LocalDate deliverOn,
        String note,
        Instant placedAt,
        @Nullable LocalDate dueOn,
        @Nullable String invoiceNumber,
        List<Line> lines,
        List<Event> events,
        List<OrderAction> actions) {

    /** So many packages at the price, origin and certificate of the moment of ordering. */
    public record Line(
            int line,
            String productId,
            String name,
            String category,
            String countyCode,
            String countyName,
            String unit,
            long unitGrams,
            long priceFen,
            long quantity,
            long orderedGrams,
            long totalFen,
            @Nullable Long acceptedGrams,
            @Nullable Long acceptedFen,
            @Nullable String certificateNumber) {}

    /** A step the order took. */
    public record Event(
            Instant at,
            String action,
            @Nullable String from,
            String to,
            @Nullable String byOrganisation,
            @Nullable String note) {}

    /** The order waits for the reader: there is a step to take, not only one to take back. */
    public boolean waitsForReader() {
        return actions.stream().anyMatch(OrderAction::forward);
    }
}
