package org.consumptionaid.marketplace.complaint;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.TablesOnPaper;
import org.consumptionaid.marketplace.shared.TablesOnPaper.Cell;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A credit note on paper, in the reader's language. */
@Component
class CreditNotePdf {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(BusinessDay.ZONE);

    private static final int GRAM_DIGITS = 3;

    private final MessageSource messages;

    CreditNotePdf(MessageSource messages) {
        this.messages = messages;
    }

    /** Blocks; call it where that is allowed. */
    byte[] write(Credited credited, Locale locale) {
        CreditNote note = credited.note();
        List<String> columns =
                List.of(say("product", locale), say("weight", locale), say("amount", locale));
        List<List<Cell>> lines = new ArrayList<>();
        note.lines().forEach(line -> lines.add(row(line)));
        lines.add(List.of(Cell.text(say("sum", locale)), Cell.text(""), Cell.yuan(note.fen())));
        return new TablesOnPaper(say("title", locale, note.number()))
                .table(facts(credited, locale))
                .table(columns, lines)
                .paragraph(say("note", locale))
                .pdf();
    }

    String fileName(Credited credited, Locale locale) {
        return say("file", locale, credited.note().number());
    }

    private List<List<Cell>> facts(Credited credited, Locale locale) {
        ComplaintHead complaint = credited.complaint();
        CreditNote note = credited.note();
        String invoice = note.invoiceNumber();
        return List.of(
                fact("supplier", complaint.supplierName(), locale),
                fact("buyer", complaint.buyerName(), locale),
                fact("day", DAY.format(note.issuedAt()), locale),
                fact("order", complaint.orderNumber(), locale),
                fact("invoice", invoice == null ? say("invoice.none", locale) : invoice, locale),
                fact(
                        "complaint",
                        say("kind." + complaint.kind(), locale, complaint.number()),
                        locale));
    }

    private List<Cell> fact(String name, String value, Locale locale) {
        return List.of(Cell.text(say(name, locale)), Cell.text(value));
    }

    private static List<Cell> row(CreditNote.Line line) {
        return List.of(
                Cell.text(line.name()),
                Cell.number(kilograms(line.grams())),
                Cell.yuan(line.fen()));
    }

    /** Nothing for goods that are kept. */
    private static String kilograms(long grams) {
        return grams == 0
                ? ""
                : BigDecimal.valueOf(grams, GRAM_DIGITS).stripTrailingZeros().toPlainString();
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage("credit-note." + key, arguments, locale);
    }
}
