package org.consumptionaid.marketplace.settlement;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.consumptionaid.marketplace.settlement.SettlementStatement.Line;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * A statement as a PDF with its fonts in it, of which only the characters used are embedded.
 * Blocks; call it where that is allowed.
 */
@Component
class StatementPdf {
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

    private final StatementWords words;

    static {
        XRLog.setLoggingEnabled(false); // it says what it does, never what is wrong: that it throws
    }

    StatementPdf(StatementWords words) {
        this.words = words;
    }

    byte[] write(SettlementStatement statement, Locale locale) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(() -> font(LATIN), "latin")
                    .useFont(() -> font(CHINESE), "han")
                    .withHtmlContent(html(statement, locale), "")
                    .toStream(bytes)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(StatementPdf.class.getResourceAsStream(file), file);
    }

    private String html(SettlementStatement statement, Locale locale) {
        StringBuilder html =
                new StringBuilder("<html><head><style>" + STYLE + "</style></head><body>");
        html.append("<h1>").append(text(words.title(statement, locale))).append("</h1><table>");
        for (StatementWords.Sum sum : words.sums(statement, locale)) {
            html.append("<tr>").append(cell(sum.name())).append(amount(sum.fen())).append("</tr>");
        }
        html.append("</table><table><thead><tr>");
        words.columns(locale).forEach(column -> html.append(cell(column)));
        html.append("</tr></thead><tbody>");
        statement.lines().forEach(line -> html.append(row(line, locale)));
        return html.append("</tbody></table><p>")
                .append(text(words.note(locale)))
                .append("</p></body></html>")
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

    private static String amount(long fen) {
        String yuan = String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, FEN_DIGITS));
        return "<td class=\"amount\">" + yuan + "</td>";
    }

    private static String cell(String text) {
        return "<td>" + text(text) + "</td>";
    }

    /** Characters of XML that are none of the text, out. */
    private static String text(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
