package org.consumptionaid.marketplace.shared;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.springframework.web.util.HtmlUtils;

/**
 * A document as a PDF with its fonts in it, of which only the characters used are embedded. Blocks;
 * call it where that is allowed.
 */
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
            h2 { font-size: 12pt; font-weight: normal; margin-top: 6mm }
            table { width: 100%; border-collapse: collapse; margin-top: 6mm; -fs-table-paginate: paginate }
            th, td { border-bottom: 0.5pt solid #888888; padding: 1.5mm; text-align: left; font-weight: normal }
            .amount { text-align: right }
            .small { font-size: 8pt }
            .code { width: 32mm; height: 32mm }
            """;

    static {
        XRLog.setLoggingEnabled(false); // it says what it does, never what is wrong: that it throws
    }

    private Paper() {}

    /**
     * The PDF.
     *
     * @param body XHTML
     */
    public static byte[] pdf(String body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(() -> font(LATIN), "latin")
                    .useFont(() -> font(CHINESE), "han")
                    .withHtmlContent(
                            "<html><head><style>"
                                    + STYLE
                                    + "</style></head><body>"
                                    + body
                                    + "</body></html>",
                            "")
                    .toStream(bytes)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A cell of a table. */
    public static String cell(String text) {
        return "<td>" + text(text) + "</td>";
    }

    /** A cell with an amount in yuan. */
    public static String amount(long fen) {
        return "<td class=\"amount\">" + yuan(fen) + "</td>";
    }

    public static String yuan(long fen) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, FEN_DIGITS));
    }

    /** A text as XHTML says it, without characters that no XML may have. */
    public static String text(String text) {
        return HtmlUtils.htmlEscape(
                text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " "), "UTF-8");
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(Paper.class.getResourceAsStream(file), file);
    }
}
