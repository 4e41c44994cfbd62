package org.consumptionaid.console.market;

import java.util.List;

/** One act of buying: an order per cooperative. */
public record Purchase(String purchaseId, List<Placed> orders) {

    /** One cooperative's order of the purchase. */
    public record Placed(
            String id, String number, String state, String supplierName, long totalFen) {}
}
