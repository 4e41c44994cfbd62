package org.consumptionaid.marketplace.ordering;

import java.time.LocalDate;
import java.util.UUID;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.InvoiceCodeOfOldStyle;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.InvoiceDayImpossible;

/**
 * What an invoice, blue or red, is known by.
 *
 * @param code empty for one with 20 digits
 */
record InvoicePaper(String number, String code, LocalDate issuedOn, UUID attachment) {
    static final String NUMBER = "[0-9]{8}|[0-9]{20}";
    static final String CODE = "|[0-9]{10}|[0-9]{12}";

    private static final int OLD_STYLE_DIGITS = 8;

    /** Refuses a code where none belongs, or none where one does, and days that cannot be. */
    InvoicePaper require(LocalDate earliest, LocalDate latest) {
        if ((number.length() == OLD_STYLE_DIGITS) == code.isEmpty()) {
            throw new InvoiceCodeOfOldStyle().asException();
        }
        if (issuedOn.isBefore(earliest) || issuedOn.isAfter(latest)) {
            throw new InvoiceDayImpossible().asException();
        }
        return this;
    }
}
