package org.consumptionaid.marketplace.sheets;

/**
 * A cell as it was read.
 *
 * @param text what it shows: numbers in plain digits, days as 2026-11-30, errors as #REF!
 */
record Cell(Kind kind, String text) {
    enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        /** A formula that failed. */
        ERROR,
        /** A formula whose result is not in the file. */
        UNCALCULATED
    }

    static final Cell EMPTY = new Cell(Kind.EMPTY, "");

    boolean blank() {
        return text.isBlank();
    }
}
