package org.consumptionaid.marketplace.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contract about an order, for its sides.
 *
 * @param content the SHA-256 of what it says; whoever signs names it, and so signs what was seen
 * @param sha256 of the PDF; none before the first signature
 * @param replacedBy the number of the contract about the order this one was changed into
 * @param maySign whether the caller's side may sign now
 * @param keptYears after the order's end
 */
public record ContractView(
        String number,
        int version,
        ContractState state,
        String content,
        @Nullable String sha256,
        @Nullable String replaces,
        @Nullable String replacedBy,
        List<Signature> signatures,
        boolean maySign,
        long keptYears) {}
