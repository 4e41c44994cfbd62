package org.consumptionaid.marketplace.fulfilment;

import java.time.LocalDate;

/** A lot of a product that left lately. */
record LatestLot(String number, LocalDate issuedOn) {}
