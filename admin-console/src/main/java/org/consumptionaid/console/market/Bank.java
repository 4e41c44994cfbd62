package org.consumptionaid.console.market;

import org.jspecify.annotations.Nullable;

/** An account of the platform, and how the bank writes its statements. */
public record Bank(
        String code,
        String name,
        String accountHolder,
        String accountNumber,
        String charset,
        String delimiter,
        String dayPattern,
        String dayColumn,
        String amountColumn,
        String payerColumn,
        String payerAccountColumn,
        String referenceColumn,
        String purposeColumn,
        @Nullable String directionColumn,
        @Nullable String incomingWord,
        long version) {}
