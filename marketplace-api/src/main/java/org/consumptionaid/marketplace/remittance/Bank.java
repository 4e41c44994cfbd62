package org.consumptionaid.marketplace.remittance;

import org.jspecify.annotations.Nullable;

/**
 * An account of the platform, and which column of the bank's CSV holds what.
 *
 * @param directionColumn for banks that write incoming and outgoing money into one column
 * @param incomingWord what that column says of incoming money
 */
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
        long version) {

    char separator() {
        return delimiter.equals("TAB") ? '\t' : delimiter.charAt(0);
    }

    boolean isIncoming(String direction) {
        return incomingWord == null || direction.contains(incomingWord);
    }

    boolean hasHalfADirection() {
        return (directionColumn == null) != (incomingWord == null);
    }
}
