package org.consumptionaid.acceptance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Workbooks as people save them, and what is in one. */
final class Sheets {
    private Sheets() {}

    /** Texts, numbers, truths and days; a text that begins with = is a formula. */
    static byte[] written(List<? extends List<?>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("产品");
            for (int row = 0; row < rows.size(); row++) {
                for (int at = 0; at < rows.get(row).size(); at++) {
                    put(sheet, row, at, rows.get(row).get(at));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What the first sheet shows. */
    static List<List<String>> read(byte[] file) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.map(row ->
                            row.stream()
                                    .map(cell ->
                                            cell == null || cell.getRawValue() == null
                                                    ? ""
                                                    : cell.getText())
                                    .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small file that unpacks to a thousand times its size. */
    static byte[] bomb(int megabytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < megabytes; i++) {
                zip.write(new byte[1 << 20]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(Worksheet sheet, int row, int at, Object value) {
        switch (value) {
            case Number number -> sheet.value(row, at, number);
            case Boolean truth -> sheet.value(row, at, truth);
            case LocalDate day -> {
                sheet.value(row, at, day);
                sheet.style(row, at).format("yyyy-MM-dd").set();
            }
            case String text when text.startsWith("=") -> sheet.formula(row, at, text.substring(1));
            default -> sheet.value(row, at, value.toString());
        }
    }
}
