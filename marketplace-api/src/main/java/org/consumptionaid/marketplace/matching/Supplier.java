package org.consumptionaid.marketplace.matching;

/**
 * A cooperative as the week finds it.
 *
 * @param papers the documents of the supplier check are there and good for the week
 * @param radiusMetres how far it delivers, by road
 * @param minOrderFen the least one delivery to one canteen is worth
 * @param leftThisYearFen what its households may still be paid this year: households times the
 *     yearly cap of one, less what this year has brought them
 * @param households who stand behind it
 * @param lateBp deliveries of the past that were late, in basis points
 * @param refusedBp weight of the past that was refused at the gate, in basis points
 */
public record Supplier(
        Place place,
        boolean papers,
        long radiusMetres,
        long minOrderFen,
        long leftThisYearFen,
        int households,
        int lateBp,
        int refusedBp) {}
