package org.consumptionaid.marketplace.ordering;

import java.util.List;
import java.util.UUID;

/** What one act of buying became: one order per cooperative. */
public record PurchaseView(UUID purchaseId, List<PlacedOrder> orders) {
    public record PlacedOrder(
            UUID id, String number, OrderState state, String supplierName, long totalFen) {}
}
