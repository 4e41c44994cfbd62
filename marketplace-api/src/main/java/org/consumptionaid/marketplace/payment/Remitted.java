package org.consumptionaid.marketplace.payment;

import java.util.UUID;

/** Money for an order from a line of a bank statement. */
public record Remitted(
        UUID bankLineId, UUID orderId, long amountFen, String payerName, String bankReference) {}
