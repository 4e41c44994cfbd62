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
import org.jspecify.annotations.Nullable;

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
    private final BadCells bad = new BadCells();

    private CsvStatement(Bank bank) {
        this.bank = bank;
        this.day =
                DateTimeFormatter.ofPattern(bank.dayPattern().replace('y', 'u'))
                        .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * The incoming money of the statement.
     *
     * @throws BadStatement if any row cannot be understood, with all such rows
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
        bad.throwIfAny();
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
            add(row, number, lines);
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

    private void add(CsvRecord row, int number, List<StatementLine> lines) {
        Long fen = incoming(row, number);
        if (fen != null && fen == 0) {
            return;
        }
        LocalDate day = day(row, number);
        boolean hasReference = isReferenceGood(row, number);
        boolean canBeKept = areCharactersGood(row, number);
        if (fen != null && day != null && hasReference && canBeKept) {
            lines.add(
                    StatementLine.of(
                            day,
                            fen,
                            field(row, bank.payerColumn()),
                            field(row, bank.payerAccountColumn()),
                            field(row, bank.referenceColumn()),
                            field(row, bank.purposeColumn())));
        }
    }

    /** 0 for money that went out; null if the amount cannot be read. */
    private @Nullable Long incoming(CsvRecord row, int number) {
        boolean counts =
                bank.directionColumn() == null
                        || bank.isIncoming(field(row, bank.directionColumn()));
        String amount = field(row, bank.amountColumn()).replaceAll("[¥￥+ ]", "");
        if (!counts || amount.isEmpty()) {
            return 0L;
        }
        if (!AMOUNT.matcher(amount).matches()) {
            bad.add(number, bank.amountColumn(), BadStatement.What.AMOUNT);
            return null;
        }
        return Math.max(0, fen(amount));
    }

    private static long fen(String amount) {
        return new BigDecimal(amount.replace(",", "")).movePointRight(FEN_DIGITS).longValueExact();
    }

    /** The day at the beginning; a time of day may follow. */
    private @Nullable LocalDate day(CsvRecord row, int number) {
        try {
            return LocalDate.from(day.parse(field(row, bank.dayColumn()), new ParsePosition(0)));
        } catch (DateTimeException _) {
            bad.add(number, bank.dayColumn(), BadStatement.What.DAY);
            return null;
        }
    }

    private boolean isReferenceGood(CsvRecord row, int number) {
        boolean isGood = StatementLine.isReference(field(row, bank.referenceColumn()));
        if (!isGood) {
            bad.add(number, bank.referenceColumn(), BadStatement.What.REFERENCE);
        }
        return isGood;
    }

    /** PostgreSQL keeps no NUL. */
    private boolean areCharactersGood(CsvRecord row, int number) {
        List<String> wrong =
                columns().stream().filter(column -> field(row, column).indexOf(0) >= 0).toList();
        wrong.forEach(column -> bad.add(number, column, BadStatement.What.CHARACTER));
        return wrong.isEmpty();
    }

    /** Banks put a tab or an apostrophe before digits, so that Excel leaves them alone. */
    private String field(CsvRecord row, String column) {
        int place = header.indexOf(column);
        String text = place < row.getFieldCount() ? row.getField(place).strip() : "";
        return text.startsWith("'") ? text.substring(1) : text;
    }
}
