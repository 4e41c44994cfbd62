package org.consumptionaid.marketplace.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.consumptionaid.marketplace.catalog.ProductView;
import org.consumptionaid.marketplace.shared.Languages;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** Writes spreadsheets. Blocks; call it where that is allowed. */
@Component
class SheetWriter {
    private static final String TITLE_FILL = "DCE6F1";
    private static final String REQUIRED_FILL = "FFE699";
    private static final String WRONG_FILL = "F8CBAD";
    private static final String EXAMPLE_COLOUR = "808080";
    private static final int WRONGS_WIDTH = 60;
    private static final int GUIDE_WIDTH = 90;
    private static final int GUIDE_LINES = 9;
    private static final int LAST_ROW_WITH_LISTS = SheetReader.MOST_ROWS + 10;
    private static final List<Integer> MONTHS = IntStream.rangeClosed(1, 12).boxed().toList();

    private final Words words;

    SheetWriter(Words words) {
        this.words = words;
    }

    /** What goes into a sheet after its titles were written. */
    private interface Rows {
        void write(Worksheet sheet);
    }

    byte[] template(Categories categories, Locale locale) {
        return workbook(
                categories,
                locale,
                sheet -> {
                    for (Column column : Column.values()) {
                        String example = words.say("sheet.example." + column.field(), locale);
                        value(sheet, 1, column.position(), example);
                        sheet.style(1, column.position()).fontColor(EXAMPLE_COLOUR).italic().set();
                    }
                });
    }

    byte[] products(List<ProductView> products, Categories categories, Locale locale) {
        return workbook(
                categories,
                locale,
                sheet -> {
                    int row = 1;
                    for (ProductView product : products) {
                        for (Column column : Column.values()) {
                            put(sheet, row, column.position(), column.of(product, categories));
                        }
                        row++;
                    }
                });
    }

    /** The rows as they were read, each with what is wrong with it in the last column. */
    byte[] marked(
            List<String> titles,
            Map<SheetRow, List<Wrong>> rows,
            Categories categories,
            Locale locale) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "marketplace", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(words.say("sheet.products", locale));
            Map<Column, Integer> positions = words.positions(titles);
            Worksheet lists = lists(workbook, categories, locale);
            titles(sheet, titles, positions, locale);
            positions.forEach((column, at) -> dropDown(sheet, lists, categories, column, at));
            int row = 1;
            for (Map.Entry<SheetRow, List<Wrong>> entry : rows.entrySet()) {
                marked(sheet, row, entry.getKey(), entry.getValue(), titles, locale);
                row++;
            }
            guide(workbook, locale);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private byte[] workbook(Categories categories, Locale locale, Rows rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "marketplace", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(words.say("sheet.products", locale));
            Worksheet lists = lists(workbook, categories, locale);
            for (Column column : Column.values()) {
                title(sheet, column.position(), column, words.title(column, locale), locale);
                dropDown(sheet, lists, categories, column, column.position());
            }
            sheet.freezePane(1, 1);
            rows.write(sheet);
            guide(workbook, locale);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void titles(
            Worksheet sheet, List<String> titles, Map<Column, Integer> positions, Locale locale) {
        for (int i = 0; i < titles.size(); i++) {
            value(sheet, 0, i, titles.get(i));
            sheet.style(0, i).bold().fillColor(TITLE_FILL).set();
        }
        positions.forEach((column, at) -> title(sheet, at, column, titles.get(at), locale));
        int last = marksAt(titles);
        value(sheet, 0, last, words.say("sheet.wrongs", locale));
        sheet.style(0, last).bold().fillColor(WRONG_FILL).set();
        sheet.width(last, WRONGS_WIDTH);
        sheet.freezePane(1, 1);
    }

    /** A file that was marked before gets its marks anew, in the same place. */
    private int marksAt(List<String> titles) {
        for (int i = 0; i < titles.size(); i++) {
            if (words.isMarks(titles.get(i))) {
                return i;
            }
        }
        return titles.size();
    }

    private void title(Worksheet sheet, int at, Column column, String title, Locale locale) {
        value(sheet, 0, at, title);
        sheet.style(0, at)
                .bold()
                .wrapText(true)
                .fillColor(column.required() ? REQUIRED_FILL : TITLE_FILL)
                .set();
        sheet.width(at, column.width());
        sheet.comment(0, at, words.say("sheet.note." + column.field(), locale));
    }

    private void marked(
            Worksheet sheet,
            int row,
            SheetRow read,
            List<Wrong> wrongs,
            List<String> titles,
            Locale locale) {
        int marks = marksAt(titles);
        for (int i = 0; i < read.cells().size(); i++) {
            Cell cell = read.cell(i);
            if (i != marks && cell.kind() == Cell.Kind.NUMBER) {
                put(sheet, row, i, new BigDecimal(cell.text()));
            } else if (i != marks) {
                value(sheet, row, i, cell.text());
            }
        }
        Map<Column, Integer> positions = words.positions(titles);
        for (Wrong wrong : wrongs) {
            Integer at = wrong.column() == null ? null : positions.get(wrong.column());
            if (at != null) {
                sheet.style(row, at).fillColor(WRONG_FILL).set();
                sheet.comment(row, at, words.sentence(wrong, locale));
            }
        }
        String sentences =
                String.join(
                        " ", wrongs.stream().map(wrong -> words.sentence(wrong, locale)).toList());
        value(sheet, row, marks, sentences);
    }

    /** On a hidden sheet, because a list inside a validation may have 255 characters. */
    private Worksheet lists(Workbook workbook, Categories categories, Locale locale) {
        Worksheet lists = workbook.newWorksheet(words.say("sheet.lists", locale));
        lists.setVisibilityState(VisibilityState.HIDDEN);
        for (Column column : Column.values()) {
            List<?> choices = choices(column, categories);
            for (int i = 0; i < choices.size(); i++) {
                put(lists, i, column.position(), choices.get(i));
            }
        }
        return lists;
    }

    /** What a column's list offers; nothing if it has none. */
    private List<?> choices(Column column, Categories categories) {
        return switch (column) {
            case CATEGORY -> categories.names();
            case UNIT -> choices("sheet.units");
            case GRADE -> choices("sheet.grades");
            case SEASON_FROM, SEASON_TO -> MONTHS;
            case PACKAGING -> choices("sheet.packagings");
            case NAME,
                    VARIETY,
                    NET_WEIGHT,
                    PRICE,
                    AVAILABLE,
                    DESCRIPTION,
                    STORAGE,
                    SHELF_LIFE,
                    TOWNSHIP,
                    PRICE_REASON,
                    ID ->
                    List.of();
        };
    }

    private List<String> choices(String key) {
        return List.of(words.say(key, Languages.CHINESE).split(" ", -1));
    }

    private void dropDown(
            Worksheet sheet, Worksheet lists, Categories categories, Column column, int at) {
        int length = choices(column, categories).size();
        if (length == 0) {
            return;
        }
        boolean onlyThese =
                column != Column.UNIT && column != Column.GRADE && column != Column.PACKAGING;
        int list = column.position();
        sheet.range(1, at, LAST_ROW_WITH_LISTS, at)
                .validateWithList(lists.range(0, list, length - 1, list))
                .showErrorMessage(onlyThese);
    }

    private void guide(Workbook workbook, Locale locale) {
        Worksheet guide = workbook.newWorksheet(words.say("sheet.guide", locale));
        guide.width(0, GUIDE_WIDTH);
        for (int line = 1; line <= GUIDE_LINES; line++) {
            value(guide, line - 1, 0, words.say("sheet.guide." + line, locale));
            guide.style(line - 1, 0).wrapText(true).set();
        }
        guide.style(0, 0).bold().set();
    }

    private static void put(Worksheet sheet, int row, int at, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, at, number);
        } else {
            value(sheet, row, at, value.toString());
        }
    }

    /** Always as text, whatever it begins with: never as a formula. */
    private static void value(Worksheet sheet, int row, int at, String text) {
        if (!text.isEmpty()) {
            sheet.value(row, at, text);
        }
    }
}
