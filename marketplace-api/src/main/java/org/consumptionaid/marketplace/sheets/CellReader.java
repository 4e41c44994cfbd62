package org.consumptionaid.marketplace.sheets;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one cell. */
final class CellReader {
    /** What a number format shows literally. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.");

    private static final Pattern DATE_PARTS = Pattern.compile("[ymdhs年月日]");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+(?:[eE][-+]?[0-9]{1,3})?");

    /** What stands for a character that cannot be stored. */
    static final char UNREADABLE = '\uFFFD';

    private CellReader() {}

    static Cell read(org.dhatim.fastexcel.reader.Cell cell) {
        String raw = cell.getRawValue();
        return switch (cell.getType()) {
            case NUMBER -> number(cell, raw);
            case STRING -> text(cell.getText());
            case BOOLEAN -> new Cell(Cell.Kind.BOOLEAN, "1".equals(raw) ? "TRUE" : "FALSE");
            case ERROR -> new Cell(Cell.Kind.ERROR, Objects.requireNonNullElse(raw, "#N/A"));
            case FORMULA -> formula(cell, raw);
            case EMPTY -> Cell.EMPTY;
        };
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell, @Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return Cell.EMPTY;
        }
        if (!NUMBER.matcher(raw).matches()) {
            return text(raw);
        }
        return isDate(cell.getDataFormatString()) && cell.asDate() != null
                ? new Cell(Cell.Kind.DATE, cell.asDate().toLocalDate().toString())
                : new Cell(Cell.Kind.NUMBER, plain(raw));
    }

    /** 36.799999999999997 is how spreadsheets keep 36.8. */
    private static String plain(String raw) {
        BigDecimal shortest = BigDecimal.valueOf(Double.parseDouble(raw)).stripTrailingZeros();
        return shortest.toPlainString();
    }

    private static boolean isDate(@Nullable String format) {
        if (format == null) {
            return false;
        }
        String shown = LITERAL.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return !shown.equals("general") && DATE_PARTS.matcher(shown).find();
    }

    private static Cell formula(org.dhatim.fastexcel.reader.Cell cell, @Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return new Cell(Cell.Kind.UNCALCULATED, "=" + cell.getFormula());
        }
        if (raw.startsWith("#")) {
            return new Cell(Cell.Kind.ERROR, raw);
        }
        return NUMBER.matcher(raw).matches() ? number(cell, raw) : text(raw);
    }

    private static Cell text(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Cell.EMPTY;
        }
        StringBuilder storable = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> storable.appendCodePoint(isStorable(point) ? point : UNREADABLE));
        return new Cell(Cell.Kind.TEXT, storable.toString());
    }

    private static boolean isStorable(int point) {
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean control = point < ' ' && point != '\n' && point != '\t' && point != '\r';
        return !surrogate && !control;
    }
}
