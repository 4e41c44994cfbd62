package org.consumptionaid.marketplace.shared;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.util.HtmlUtils;

/** A document as a PDF with its fonts in it, of which only the characters used are embedded. */
public final class Paper {
    private static final String CHINESE = "/fonts/DroidSansFallbackFull.ttf";

    /** Comes with PDFBox: the Chinese font has neither digits nor Latin letters. */
    private static final String LATIN =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final int FEN_DIGITS = 2;
    private static final String STYLE =
            """
            @page { size: A4; margin: 18mm; font-family: latin, han; @bottom-right { content: counter(page) " / " counter(pages); font-family: latin, han; font-size: 9pt } }
            * { font-family: latin, han; font-size: 10pt }
            h1 { font-size: 15pt; font-weight: normal }
            table { width: 100%; border-collapse: collapse; margin-top: 6mm; -fs-table-paginate: paginate }
            th, td { border-bottom: 0.5pt solid #888888; padding: 1.5mm; text-align: left; font-weight: normal }
            .amount { text-align: right }
            """;

    private final StringBuilder html =
            new StringBuilder("<html><head><style>" + STYLE + "</style></head><body>");

    static {
        XRLog.setLoggingEnabled(false); // it says what it does, never what is wrong: that it throws
    }

    public Paper(String title) {
        html.append("<h1>").append(escaped(title)).append("</h1>");
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
            return number(String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, FEN_DIGITS)));
        }
    }

    /** Rows without a heading. */
    public Paper table(List<List<Cell>> rows) {
        return table(List.of(), rows);
    }

    /** Rows under a heading that is repeated on every page. */
    public Paper table(List<String> columns, List<List<Cell>> rows) {
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

    public Paper paragraph(String text) {
        html.append("<p>").append(escaped(text)).append("</p>");
        return this;
    }

    /** Blocks; call it where that is allowed. */
    public byte[] pdf() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(() -> font(LATIN), "latin")
                    .useFont(() -> font(CHINESE), "han")
                    .withHtmlContent(html + "</body></html>", "")
                    .toStream(bytes)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(Paper.class.getResourceAsStream(file), file);
    }

    private static String row(List<Cell> cells) {
        return cells.stream().map(Paper::cell).collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String cell(Cell cell) {
        String begin = cell.isNumber() ? "<td class=\"amount\">" : "<td>";
        return begin + escaped(cell.text()) + "</td>";
    }

    /** Characters that XML has no place for are left out. */
    private static String escaped(String text) {
        String allowed =
                text.codePoints()
                        .filter(one -> !Character.isISOControl(one))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return HtmlUtils.htmlEscape(allowed, "UTF-8");
    }
}
