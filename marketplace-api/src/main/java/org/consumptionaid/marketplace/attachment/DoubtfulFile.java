package org.consumptionaid.marketplace.attachment;

/**
 * Kept bytes that may have no use.
 *
 * @param needed whether a row points at them
 */
record DoubtfulFile(String sha256, boolean needed) {}
