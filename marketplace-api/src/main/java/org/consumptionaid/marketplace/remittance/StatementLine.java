package org.consumptionaid.marketplace.remittance;

import java.time.LocalDate;

/** Money that came in, as the bank's statement says it; texts are empty where it says nothing. */
record StatementLine(
        LocalDate bookedOn,
        long amountFen,
        String payerName,
        String payerAccount,
        String reference,
        String purpose) {
    private static final int MOST_NAME = 120;
    private static final int MOST_ACCOUNT = 40;
    private static final int MOST_REFERENCE = 60;
    private static final int MOST_PURPOSE = 400;

    /**
     * The line in the form it is kept in: payer and account as they are compared, no text longer
     * than its column.
     */
    static StatementLine of(
            LocalDate bookedOn,
            long amountFen,
            String payerName,
            String payerAccount,
            String reference,
            String purpose) {
        return new StatementLine(
                bookedOn,
                amountFen,
                cut(MatchRules.plain(payerName), MOST_NAME),
                cut(MatchRules.plain(payerAccount), MOST_ACCOUNT),
                reference.strip(),
                cut(purpose.strip(), MOST_PURPOSE));
    }

    /** Without a reference a line could be imported twice. */
    static boolean isReference(String text) {
        String id = text.strip();
        return !id.isEmpty() && id.length() <= MOST_REFERENCE;
    }

    private static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most - 1)));
    }
}
