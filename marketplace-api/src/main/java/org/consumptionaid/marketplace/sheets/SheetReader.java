package org.consumptionaid.marketplace.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the rows of a file. Blocks; call it where that is allowed. */
@Component
class SheetReader {
    private static final Logger LOG = LoggerFactory.getLogger(SheetReader.class);

    static final int MOST_BYTES = 5 << 20;
    static final int MOST_ROWS = 5_000;
    static final int MOST_COLUMNS = 40;

    /** Above the titles there may be a heading. */
    private static final int ROWS_LOOKED_AT_FOR_TITLES = 10;

    /** So many known titles make a row the row of titles. */
    private static final int TITLES_THAT_SUFFICE = 3;

    private final Words words;

    SheetReader(Words words) {
        this.words = words;
    }

    /**
     * The first visible sheet that has titles.
     *
     * @throws RefusedException {@link SheetRefusal}
     */
    ReadSheet read(byte[] file) {
        ZipGuard.check(file);
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(
                        new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
            return read(visible(workbook));
        } catch (RefusedException refused) {
            throw refused;
        } catch (IOException | ExcelReaderException _) {
            throw new SheetRefusal.Damaged().asException();
        } catch (RuntimeException unexpected) {
            // The library answers XML that makes no sense with whatever it stumbles over. Logged,
            // because it might be a defect of ours.
            LOG.info("a file could not be read", unexpected);
            throw new SheetRefusal.Damaged().asException();
        }
    }

    private static List<Sheet> visible(ReadableWorkbook workbook) {
        List<Sheet> sheets =
                workbook.getSheets()
                        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                        .toList();
        if (sheets.isEmpty()) {
            throw new SheetRefusal.OnlyHiddenSheets().asException();
        }
        return sheets;
    }

    private ReadSheet read(List<Sheet> sheets) throws IOException {
        for (Sheet sheet : sheets) {
            try (Stream<Row> rows = sheet.openStream()) {
                Iterator<Row> iterator = rows.iterator();
                List<String> titles = titles(iterator);
                if (titles != null) {
                    return new ReadSheet(titles, rows(titles, iterator));
                }
            }
        }
        throw new SheetRefusal.NoTitles().asException();
    }

    private @Nullable List<String> titles(Iterator<Row> rows) {
        for (int i = 0; i < ROWS_LOOKED_AT_FOR_TITLES && rows.hasNext(); i++) {
            List<String> titles =
                    cells(rows.next()).stream().map(cell -> cell.text().strip()).toList();
            List<Column> columns =
                    titles.stream().map(words::columnOf).filter(Objects::nonNull).toList();
            if (columns.size() >= TITLES_THAT_SUFFICE) {
                check(columns);
                return titles;
            }
        }
        return null;
    }

    private static void check(List<Column> columns) {
        Set<Column> seen = EnumSet.noneOf(Column.class);
        for (Column column : columns) {
            if (!seen.add(column)) {
                throw new SheetRefusal.ColumnTwice(column).asException();
            }
        }
        List<Column> missing =
                Column.allRequired().stream().filter(column -> !seen.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new SheetRefusal.ColumnsMissing(missing).asException();
        }
    }

    private List<SheetRow> rows(List<String> titles, Iterator<Row> iterator) {
        int name = Objects.requireNonNull(words.positions(titles).get(Column.NAME));
        List<SheetRow> rows = new ArrayList<>();
        while (iterator.hasNext()) {
            Row read = iterator.next();
            SheetRow row = new SheetRow(read.getRowNum(), cells(read));
            if (row.cells().stream().allMatch(Cell::blank)
                    || words.isExample(row.cell(name).text())) {
                continue;
            }
            if (rows.size() == MOST_ROWS) {
                throw new SheetRefusal.TooManyRows(MOST_ROWS).asException();
            }
            checkTitled(row, titles);
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw new SheetRefusal.NoRows().asException();
        }
        return rows;
    }

    private static void checkTitled(SheetRow row, List<String> titles) {
        for (int i = 0; i < row.cells().size(); i++) {
            boolean titled = i < titles.size() && !titles.get(i).isEmpty();
            if (!titled && !row.cell(i).blank()) {
                throw new SheetRefusal.TitleMissing(Words.letter(i)).asException();
            }
        }
    }

    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        int filled = 0;
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            Cell cell = row.getOptionalCell(i).map(CellReader::read).orElse(Cell.EMPTY);
            cells.add(cell);
            filled = cell.blank() ? filled : i + 1;
        }
        return List.copyOf(cells.subList(0, filled));
    }
}
