package org.consumptionaid.marketplace.payment;

import java.time.Instant;
import java.util.UUID;

/**
 * A refund through Stripe to be made or asked about: its id is the key under which Stripe knows it.
 *
 * @param intentId Stripe's id of the payment that is refunded
 * @param entryId what the ledger wrote when it was asked for
 */
record CardRefund(
        UUID id, UUID orderId, long amountFen, String intentId, UUID entryId, Instant createdAt) {}
