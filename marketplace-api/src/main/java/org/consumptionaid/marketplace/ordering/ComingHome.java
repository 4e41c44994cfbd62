package org.consumptionaid.marketplace.ordering;

/**
 * Refused goods of a line of a shipment that the cooperative has not said anything about yet.
 *
 * @param grams at most what left and was not accepted, whatever the buyer's scale said
 * @param packages how many whole ones that can be
 */
public record ComingHome(int line, int shipment, long grams, long packages) {}
