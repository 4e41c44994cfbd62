package org.consumptionaid.marketplace.shared;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A document of tables and paragraphs, as {@link Paper}. */
public final class TablesOnPaper {
    private final StringBuilder html = new StringBuilder();

    public TablesOnPaper(String title) {
        html.append("<h1>").append(Paper.text(title)).append("</h1>");
    }

    /** What stands in a table; numbers stand at the right. */
    public record Cell(String text, boolean isNumber) {
        public static Cell text(String text) {
            return new Cell(text, false);
        }

        public static Cell number(String text) {
            return new Cell(text, true);
        }

        public static Cell yuan(long fen) {
            return number(Paper.yuan(fen));
        }
    }

    /** Rows without a heading. */
    public TablesOnPaper table(List<List<Cell>> rows) {
        return table(List.of(), rows);
    }

    /** Rows under a heading that is repeated on every page. */
    public TablesOnPaper table(List<String> columns, List<List<Cell>> rows) {
        html.append("<table>");
        if (!columns.isEmpty()) {
            html.append("<thead>").append(row(heading(columns, rows))).append("</thead>");
        }
        html.append("<tbody>");
        rows.forEach(row -> html.append(row(row)));
        html.append("</tbody></table>");
        return this;
    }

    /** Above numbers it stands at the right, too. */
    private static List<Cell> heading(List<String> columns, List<List<Cell>> rows) {
        return IntStream.range(0, columns.size())
                .mapToObj(i ->
                        new Cell(
                                columns.get(i),
                                !rows.isEmpty() && rows.getFirst().get(i).isNumber()))
                .toList();
    }

    public TablesOnPaper paragraph(String text) {
        html.append("<p>").append(Paper.text(text)).append("</p>");
        return this;
    }

    /** Blocks; call it where that is allowed. */
    public byte[] pdf() {
        return Paper.pdf(html.toString());
    }

    private static String row(List<Cell> cells) {
        return cells.stream()
                .map(TablesOnPaper::cell)
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String cell(Cell cell) {
        String begin = cell.isNumber() ? "<td class=\"amount\">" : "<td>";
        return begin + Paper.text(cell.text()) + "</td>";
    }
}
