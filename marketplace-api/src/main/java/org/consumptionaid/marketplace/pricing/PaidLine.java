package org.consumptionaid.marketplace.pricing;

import java.util.UUID;

/**
 * A line of an order that was accepted and paid in full.
 *
 * @param price of a package, as it was agreed
 * @param grams accepted
 */
public record PaidLine(
        UUID orderId, int line, String category, String grade, ListPrice price, long grams) {}
