package org.consumptionaid.marketplace.settlement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a cooperative would get of the next batch.
 *
 * @param accountEnding its last four digits; none while the cooperative has no account, and then it
 *     is left out of batches
 */
public record PayableCooperative(
        UUID organisationId,
        String organisationName,
        @Nullable String bankName,
        @Nullable String accountEnding,
        long orders,
        long amountFen) {}
