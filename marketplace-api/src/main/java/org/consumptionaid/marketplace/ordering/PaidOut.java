package org.consumptionaid.marketplace.ordering;

import java.util.UUID;
import org.consumptionaid.marketplace.shared.Money;

/** What a cooperative was paid for an order, and the ledger's entry that says so. */
public record PaidOut(UUID entryId, Money amount) {}
