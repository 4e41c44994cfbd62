package org.consumptionaid.marketplace.ledger;

import org.jspecify.annotations.Nullable;

/** What one account received (+) or gave (−); the organisation is the account's, if it has one. */
public record PostingView(String account, @Nullable String organisationName, long amountFen) {}
