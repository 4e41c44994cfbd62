package org.consumptionaid.marketplace.remittance;

/** A statement that cannot be read; nothing of it is imported. */
final class BadStatement extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    enum What {
        /** No row holds all the columns of the bank's mapping. */
        HEADER,
        DAY,
        AMOUNT,
        REFERENCE,
        CURRENCY,
        TOO_LONG,
        /** Neither CSV in the bank's character set nor well-formed camt.053. */
        FORM
    }

    private final int line;
    private final What what;

    BadStatement(int line, What what) {
        super(what + " in line " + line);
        this.line = line;
        this.what = what;
    }

    RemittanceRefusal refusal() {
        return new RemittanceRefusal.StatementUnreadable(line, what);
    }
}
