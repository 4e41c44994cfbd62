package org.consumptionaid.marketplace.settlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an order stands with its day of payment.
 *
 * @param daysLeft until it is due, negative once it is overdue; none while nothing is due
 * @param interestFen what the buyer owes the supplier for the days it was overdue
 * @param interestDays how many those were
 * @param rateBasisPoints a day, as last booked
 */
public record PaymentClock(
        @Nullable LocalDate dueOn,
        @Nullable Long daysLeft,
        long dueFen,
        long interestFen,
        long interestDays,
        @Nullable Long rateBasisPoints) {}
