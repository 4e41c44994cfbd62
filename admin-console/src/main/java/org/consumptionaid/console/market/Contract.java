package org.consumptionaid.console.market;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contract about an order.
 *
 * @param content the digest of what it says, to be named by whoever signs
 * @param sha256 of its PDF; none before somebody signed
 */
public record Contract(
        String number,
        int version,
        String state,
        String content,
        @Nullable String sha256,
        @Nullable String replaces,
        @Nullable String replacedBy,
        List<Signature> signatures,
        boolean maySign,
        long keptYears) {

    public record Signature(String side, String organisationName, String personName, Instant at) {}

    /** What anybody may know of one. */
    public record Check(
            String number,
            int version,
            String state,
            String sha256,
            String buyerName,
            @Nullable String buyerCreditCode,
            String supplierName,
            @Nullable String supplierCreditCode,
            @Nullable Instant buyerSignedAt,
            @Nullable Instant supplierSignedAt,
            @Nullable String replacedBy) {}
}
