package org.consumptionaid.marketplace.settlement;

import static org.consumptionaid.marketplace.shared.Paper.amount;
import static org.consumptionaid.marketplace.shared.Paper.cell;

import java.util.Locale;
import org.consumptionaid.marketplace.settlement.SettlementStatement.Line;
import org.consumptionaid.marketplace.shared.Paper;
import org.springframework.stereotype.Component;

/** A statement as a PDF. Blocks; call it where that is allowed. */
@Component
class StatementPdf {
    private final StatementWords words;

    StatementPdf(StatementWords words) {
        this.words = words;
    }

    byte[] write(SettlementStatement statement, Locale locale) {
        return Paper.pdf(html(statement, locale));
    }

    private String html(SettlementStatement statement, Locale locale) {
        StringBuilder html = new StringBuilder();
        html.append("<h1>").append(Paper.text(words.title(statement, locale)));
        html.append("</h1><table>");
        for (StatementWords.Sum sum : words.sums(statement, locale)) {
            html.append("<tr>").append(cell(sum.name())).append(amount(sum.fen())).append("</tr>");
        }
        html.append("</table><table><thead><tr>");
        words.columns(locale).forEach(column -> html.append(cell(column)));
        html.append("</tr></thead><tbody>");
        statement.lines().forEach(line -> html.append(row(line, locale)));
        return html.append("</tbody></table><p>")
                .append(Paper.text(words.note(locale)))
                .append("</p>")
                .toString();
    }

    private String row(Line line, Locale locale) {
        return "<tr>"
                + cell(words.day(line))
                + cell(words.kind(line, locale))
                + cell(line.orderNumber())
                + amount(line.fen())
                + "</tr>";
    }
}
