package org.consumptionaid.marketplace.remittance;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A bank statement as CSV, by the bank's mapping of columns. Banks write some lines about the
 * account above the header and sums below the rows: the header is the first row with all mapped
 * columns, and a row without a day is no movement.
 */
final class CsvStatement {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern AMOUNT =
            Pattern.compile("-?([0-9]{1,13}|[0-9]{1,3}(,[0-9]{3}){1,4})([.][0-9]{1,2}0*)?");
    private static final int FEN_DIGITS = 2;

    private final Bank bank;
    private final DateTimeFormatter day;
    private final List<String> header = new ArrayList<>();

    private CsvStatement(Bank bank) {
        this.bank = bank;
        this.day =
                DateTimeFormatter.ofPattern(bank.dayPattern().replace('y', 'u'))
                        .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * The incoming money of the statement.
     *
     * @throws BadStatement if any row cannot be understood
     */
    static List<StatementLine> read(byte[] file, Bank bank) {
        return new CsvStatement(bank).lines(text(file, bank));
    }

    private static String text(byte[] file, Bank bank) {
        try {
            String text =
                    Charset.forName(bank.charset())
                            .newDecoder()
                            .decode(ByteBuffer.wrap(file))
                            .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw new BadStatement(0, BadStatement.What.FORM);
        }
    }

    private List<StatementLine> lines(String text) {
        List<StatementLine> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(bank.separator())
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            reader.forEach(row -> read(row, lines));
        } catch (CsvParseException _) {
            throw new BadStatement(0, BadStatement.What.FORM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (header.isEmpty()) {
            throw new BadStatement(0, BadStatement.What.HEADER);
        }
        return lines;
    }

    private void read(CsvRecord row, List<StatementLine> lines) {
        int number = (int) row.getStartingLineNumber();
        if (header.isEmpty()) {
            List<String> names = row.getFields().stream().map(String::strip).toList();
            if (names.containsAll(columns())) {
                header.addAll(names);
            }
        } else if (!field(row, bank.dayColumn()).isEmpty()) {
            long fen = incoming(row, number);
            if (fen > 0) {
                lines.add(line(row, number, fen));
            }
        }
        if (lines.size() > Statements.MOST_LINES) {
            throw new BadStatement(number, BadStatement.What.TOO_LONG);
        }
    }

    private List<String> columns() {
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                bank.dayColumn(),
                                bank.amountColumn(),
                                bank.payerColumn(),
                                bank.payerAccountColumn(),
                                bank.referenceColumn(),
                                bank.purposeColumn()));
        if (bank.directionColumn() != null) {
            columns.add(bank.directionColumn());
        }
        return columns;
    }

    private StatementLine line(CsvRecord row, int number, long fen) {
        return StatementLine.of(
                number,
                day(field(row, bank.dayColumn()), number),
                fen,
                field(row, bank.payerColumn()),
                field(row, bank.payerAccountColumn()),
                field(row, bank.referenceColumn()),
                field(row, bank.purposeColumn()));
    }

    /** 0 for money that went out. */
    private long incoming(CsvRecord row, int number) {
        boolean counts =
                bank.directionColumn() == null
                        || bank.isIncoming(field(row, bank.directionColumn()));
        String amount = field(row, bank.amountColumn()).replaceAll("[¥￥+ ]", "");
        return counts && !amount.isEmpty() ? Math.max(0, fen(amount, number)) : 0;
    }

    private static long fen(String amount, int number) {
        if (!AMOUNT.matcher(amount).matches()) {
            throw new BadStatement(number, BadStatement.What.AMOUNT);
        }
        return new BigDecimal(amount.replace(",", "")).movePointRight(FEN_DIGITS).longValueExact();
    }

    /** The day at the beginning; a time of day may follow. */
    private LocalDate day(String text, int number) {
        try {
            return LocalDate.from(day.parse(text, new ParsePosition(0)));
        } catch (DateTimeException _) {
            throw new BadStatement(number, BadStatement.What.DAY);
        }
    }

    /** Banks put a tab or an apostrophe before digits, so that Excel leaves them alone. */
    private String field(CsvRecord row, String column) {
        int place = header.indexOf(column);
        String text = place < row.getFieldCount() ? row.getField(place).strip() : "";
        return text.startsWith("'") ? text.substring(1) : text;
    }
}
