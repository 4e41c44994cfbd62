package org.consumptionaid.marketplace.pricing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prices as CSV that spreadsheet programs open: UTF-8 with its mark, one row a price. */
final class PriceTable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private PriceTable() {}

    static byte[] csv(List<PricePeriod> periods) {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    "from",
                    "until",
                    "buyer_kind",
                    "min_grams",
                    "fen_per_kg",
                    "price_fen",
                    "set_by",
                    "reason",
                    "reference_fen_per_kg",
                    "offer_id");
            periods.forEach(period -> csv.writeRecord(cells(period)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(PricePeriod period) {
        return Stream.<@Nullable Object>of(
                        period.fromAt(),
                        period.untilAt(),
                        period.buyerKind(),
                        period.minGrams(),
                        period.fenPerKg(),
                        period.priceFen(),
                        plain(period.setBy()),
                        plain(period.reason()),
                        period.referenceFenPerKg(),
                        period.offerId())
                .map(value -> Objects.toString(value, ""))
                .toList();
    }

    /** What people typed must not be a formula where the table is opened. */
    private static String plain(@Nullable String text) {
        return text == null || text.isEmpty() || FORMULA_STARTS.indexOf(text.charAt(0)) < 0
                ? Objects.requireNonNullElse(text, "")
                : "'" + text;
    }
}
