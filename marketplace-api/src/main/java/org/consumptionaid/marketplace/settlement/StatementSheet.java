package org.consumptionaid.marketplace.settlement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.consumptionaid.marketplace.settlement.SettlementStatement.Line;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** A statement as a spreadsheet. Blocks; call it where that is allowed. */
@Component
class StatementSheet {
    private static final String YUAN = "#,##0.00";
    private static final int FEN_DIGITS = 2;
    private static final int WIDTH = 24;
    private static final int AMOUNT = 3;

    private final StatementWords words;

    StatementSheet(StatementWords words) {
        this.words = words;
    }

    byte[] write(SettlementStatement statement, Locale locale) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "marketplace", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(statement.month().toString());
            sheet.value(0, 0, words.title(statement, locale));
            sheet.style(0, 0).bold().set();
            int row = 2;
            for (StatementWords.Sum sum : words.sums(statement, locale)) {
                sheet.value(row, 0, sum.name());
                amount(sheet, row, sum.fen());
                row++;
            }
            lines(sheet, row + 1, statement.lines(), locale);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void lines(Worksheet sheet, int titles, List<Line> lines, Locale locale) {
        List<String> columns = words.columns(locale);
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(titles, i, columns.get(i));
            sheet.style(titles, i).bold().set();
            sheet.width(i, WIDTH);
        }
        int row = titles + 1;
        for (Line line : lines) {
            sheet.value(row, 0, words.day(line));
            sheet.value(row, 1, words.kind(line, locale));
            sheet.value(row, 2, line.orderNumber());
            amount(sheet, row, line.fen());
            row++;
        }
    }

    private static void amount(Worksheet sheet, int row, long fen) {
        sheet.value(row, AMOUNT, BigDecimal.valueOf(fen, FEN_DIGITS));
        sheet.style(row, AMOUNT).format(YUAN).set();
    }
}
