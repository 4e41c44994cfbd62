package org.consumptionaid.console.market;

import org.jspecify.annotations.Nullable;

/** What a cooperative would get of the next batch; left out of it without an account. */
public record PayableCooperative(
        String organisationId,
        String organisationName,
        @Nullable String bankName,
        @Nullable String accountEnding,
        long orders,
        long amountFen) {}
