package org.consumptionaid.marketplace.settlement;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/**
 * What the bank gets: one row a transfer, in UTF-8 with the mark by which spreadsheets know it. The
 * accounts are readable here and nowhere else.
 */
record BatchFile(String text, String sha256) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int FEN_DIGITS = 2;

    static BatchFile of(NewBatch batch, UnaryOperator<String> open) {
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        try (CsvWriter csv =
                CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(text)) {
            csv.writeRecord("开户行", "账号", "户名", "金额", "附言");
            batch.transfers().forEach(transfer -> write(csv, transfer, open));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BatchFile(text.toString(), sha256(text.toString()));
    }

    private static void write(
            CsvWriter csv, NewBatch.Transfer transfer, UnaryOperator<String> open) {
        csv.writeRecord(
                transfer.to().bankName(),
                open.apply(transfer.to().accountSealed()),
                transfer.to().organisationName(),
                BigDecimal.valueOf(transfer.amountFen(), FEN_DIGITS).toPlainString(),
                transfer.text());
    }

    static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
