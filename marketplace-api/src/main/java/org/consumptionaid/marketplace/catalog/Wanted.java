package org.consumptionaid.marketplace.catalog;

import java.util.UUID;

/** A number of packages of a product, 1 or more. */
public record Wanted(UUID productId, long quantity) {}
