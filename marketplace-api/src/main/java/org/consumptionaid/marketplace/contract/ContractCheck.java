package org.consumptionaid.marketplace.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of a contract that somebody signed: neither what was bought nor who held
 * the pen.
 *
 * @param sha256 of its PDF
 */
record ContractCheck(
        String number,
        int version,
        ContractState state,
        String sha256,
        String buyerName,
        @Nullable String buyerCreditCode,
        String supplierName,
        @Nullable String supplierCreditCode,
        @Nullable Instant buyerSignedAt,
        @Nullable Instant supplierSignedAt,
        @Nullable String replacedBy) {}
