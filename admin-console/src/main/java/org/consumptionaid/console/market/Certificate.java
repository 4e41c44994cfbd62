package org.consumptionaid.console.market;

import java.time.Instant;

/** What anyone may know of a certificate. */
public record Certificate(
        String number,
        String kind,
        String organisationName,
        String countyName,
        String state,
        String validFrom,
        String validUntil,
        String countyReviewer,
        String provinceReviewer,
        Instant checkedAt) {}
