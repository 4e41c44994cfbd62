package org.consumptionaid.marketplace.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Files as cooperatives send them. */
final class Workbooks {
    /** What a sheet must have, and some that it may leave out; {@link #ALL_TITLES} has them all. */
    static final List<String> TITLES =
            List.of(
                    "产品名称",
                    "品类",
                    "品种",
                    "等级",
                    "包装单位",
                    "每件净重（公斤）",
                    "每件价格（元）",
                    "库存（件）",
                    "产季开始月",
                    "产季结束月",
                    "产品说明",
                    "编号",
                    "高于限价的理由");

    /** Of a template. */
    static final List<String> ALL_TITLES =
            Stream.concat(TITLES.stream(), Stream.of("包装", "贮存条件", "保质期（天）", "产地乡镇")).toList();

    private Workbooks() {}

    /** A formula without a result. */
    record Formula(String text) {}

    /** What writes a sheet. */
    interface Content {
        void write(Workbook workbook, Worksheet sheet);
    }

    static Words words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Words(messages);
    }

    static byte[] of(List<?>... rows) {
        return of(Arrays.asList(rows));
    }

    /** Our titles and these rows. */
    static byte[] of(List<List<?>> rows) {
        List<List<?>> all = new ArrayList<>();
        all.add(TITLES);
        all.addAll(rows);
        return plain(all);
    }

    /** These rows and no other. */
    static byte[] plain(List<List<?>> rows) {
        return written((_, sheet) -> {
            for (int row = 0; row < rows.size(); row++) {
                for (int at = 0; at < rows.get(row).size(); at++) {
                    put(sheet, row, at, rows.get(row).get(at));
                }
            }
        });
    }

    static byte[] written(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            content.write(workbook, workbook.newWorksheet("产品"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A good row of a product of this name. */
    static List<Object> good(String name) {
        return new ArrayList<>(
                List.of(name, "薯类", "青薯9号", "一级", "箱", 10, 36.8, 40, 9, 3, "沙地种植", ""));
    }

    static List<Object> with(List<Object> row, int at, @Nullable Object value) {
        List<Object> changed = new ArrayList<>(row);
        changed.set(at, Objects.requireNonNullElse(value, ""));
        return changed;
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

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The file with one more entry, or with another content of one. */
    static byte[] with(byte[] file, String name, byte[] content) {
        Map<String, byte[]> entries = entries(file);
        entries.put(name, content);
        return zip(entries);
    }

    static String entry(byte[] file, String name) {
        return new String(Objects.requireNonNull(entries(file).get(name)), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> entries(byte[] file) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static void put(Worksheet sheet, int row, int at, Object value) {
        switch (value) {
            case Number number -> sheet.value(row, at, number);
            case Boolean truth -> sheet.value(row, at, truth);
            case LocalDate day -> {
                sheet.value(row, at, day);
                sheet.style(row, at).format("yyyy-MM-dd").set();
            }
            case Formula formula -> sheet.formula(row, at, formula.text());
            default -> sheet.value(row, at, value.toString());
        }
    }
}
