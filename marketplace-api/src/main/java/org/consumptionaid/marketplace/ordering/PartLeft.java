package org.consumptionaid.marketplace.ordering;

import java.util.UUID;

/** Packages of a line that a step moves. */
record PartLeft(UUID productId, String category, long packages, long grams) {}
