package org.consumptionaid.marketplace.remittance;

import java.util.List;
import java.util.UUID;

/**
 * What a code asks for: an order, or several of one buyer.
 *
 * @param payerDeclared whether the buyer has declared the payer that is looked at, name and account
 */
record Bill(
        String code, UUID buyerId, String buyerName, boolean payerDeclared, List<Share> shares) {

    /** What is left to pay of one order. */
    record Share(UUID orderId, String orderNumber, String supplierName, long dueFen) {}

    long dueFen() {
        return shares.stream().mapToLong(Share::dueFen).sum();
    }
}
