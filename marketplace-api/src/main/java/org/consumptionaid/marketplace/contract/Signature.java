package org.consumptionaid.marketplace.contract;

import java.time.Instant;

/** That a person signed for a side. */
public record Signature(Side side, String organisationName, String personName, Instant at) {}
