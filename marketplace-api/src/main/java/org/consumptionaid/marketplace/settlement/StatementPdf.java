package org.consumptionaid.marketplace.settlement;

import java.util.List;
import java.util.Locale;
import org.consumptionaid.marketplace.settlement.SettlementStatement.Line;
import org.consumptionaid.marketplace.shared.TablesOnPaper;
import org.consumptionaid.marketplace.shared.TablesOnPaper.Cell;
import org.springframework.stereotype.Component;

/** A statement as a PDF. Blocks; call it where that is allowed. */
@Component
class StatementPdf {
    private final StatementWords words;

    StatementPdf(StatementWords words) {
        this.words = words;
    }

    byte[] write(SettlementStatement statement, Locale locale) {
        List<List<Cell>> sums =
                words.sums(statement, locale).stream()
                        .map(sum -> List.of(Cell.text(sum.name()), Cell.yuan(sum.fen())))
                        .toList();
        List<List<Cell>> lines = statement.lines().stream().map(line -> row(line, locale)).toList();
        return new TablesOnPaper(words.title(statement, locale))
                .table(sums)
                .table(words.columns(locale), lines)
                .paragraph(words.note(locale))
                .pdf();
    }

    private List<Cell> row(Line line, Locale locale) {
        return List.of(
                Cell.text(words.day(line)),
                Cell.text(words.kind(line, locale)),
                Cell.text(line.orderNumber()),
                Cell.yuan(line.fen()));
    }
}
