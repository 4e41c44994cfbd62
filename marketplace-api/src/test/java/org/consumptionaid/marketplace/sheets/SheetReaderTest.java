package org.consumptionaid.marketplace.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.dhatim.fastexcel.VisibilityState;
import org.junit.jupiter.api.Test;

/** What a file may be, whatever its name says. */
class SheetReaderTest {
    private static final byte[] SOMETHING = "x".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private final SheetReader reader = new SheetReader(Workbooks.words());

    @Test
    void readsWhatTheTemplateHasAndWhatPeopleAddToIt() {
        ReadSheet read =
                reader.read(
                        Workbooks.plain(
                                List.of(
                                        List.of("会宁县合作社产品表"),
                                        Workbooks.TITLES,
                                        Workbooks.good("示例：洋芋"),
                                        Workbooks.good("洋芋"),
                                        List.of("", " "),
                                        Workbooks.good("小米"))));

        assertThat(read.titles()).isEqualTo(Workbooks.TITLES);
        assertThat(read.rows()).extracting(SheetRow::number).containsExactly(4, 6);
        assertThat(read.rows().getFirst().cell(0)).isEqualTo(new Cell(Cell.Kind.TEXT, "洋芋"));
        assertThat(read.rows().getFirst().cell(6)).isEqualTo(new Cell(Cell.Kind.NUMBER, "36.8"));
    }

    @Test
    void refusesWhatIsNoXlsxWithTheReason() {
        refuses(new byte[0], new SheetRefusal.EmptyFile());
        refuses("产品名称,品类\n洋芋,薯类".getBytes(StandardCharsets.UTF_8), new SheetRefusal.TextFile());
        refuses(
                "name,category\npotato,tuber".getBytes(StandardCharsets.UTF_8),
                new SheetRefusal.TextFile());
        refuses("<html><table>".getBytes(StandardCharsets.UTF_8), new SheetRefusal.WebPage());
        refuses("%PDF-1.7".getBytes(StandardCharsets.UTF_8), new SheetRefusal.NotASpreadsheet());
        refuses(new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 1}, new SheetRefusal.NotASpreadsheet());
        refuses(OLE2, new SheetRefusal.OldFormat());
        refuses(
                joined(OLE2, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE)),
                new SheetRefusal.Encrypted());
        refuses(
                Workbooks.zip(Map.of("word/document.xml", SOMETHING)),
                new SheetRefusal.NotASpreadsheet());
        refuses(
                Workbooks.zip(
                        Map.of("[Content_Types].xml", SOMETHING, "xl/workbook.bin", SOMETHING)),
                new SheetRefusal.BinaryWorkbook());
        refuses(
                Workbooks.with(one(), "xl/vbaProject.bin", SOMETHING),
                new SheetRefusal.WithMacros());
    }

    @Test
    void refusesADamagedFile() {
        byte[] whole = one();
        for (int length : List.of(4, 30, whole.length / 4, whole.length / 2)) {
            assertThatThrownBy(() -> reader.read(java.util.Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isInstanceOf(RefusedException.class);
        }
        refuses(
                Workbooks.with(
                        whole,
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData><row r=".getBytes(StandardCharsets.UTF_8)),
                new SheetRefusal.Damaged());
        refuses(Workbooks.with(whole, "xl/workbook.xml", SOMETHING), new SheetRefusal.Damaged());
    }

    @Test
    void refusesABombOfZerosAndABombOfEntriesBeforeParsingAny() {
        refuses(
                Workbooks.with(one(), "xl/sharedStrings.xml", new byte[64 << 20]),
                new SheetRefusal.UnpacksTooLarge());
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("[Content_Types].xml", SOMETHING);
        entries.put("xl/workbook.xml", SOMETHING);
        IntStream.range(0, 1_000).forEach(i -> entries.put("xl/" + i + ".xml", SOMETHING));
        refuses(Workbooks.zip(entries), new SheetRefusal.UnpacksTooLarge());
    }

    @Test
    void followsNoEntityOutOfTheFileAndExpandsNone() throws IOException {
        String sheet = Workbooks.entry(one(), "xl/worksheets/sheet1.xml");
        String doctype =
                "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        String bad =
                sheet.replaceFirst("(<worksheet)", doctype + "$1")
                        .replaceFirst(
                                "<row r=\"2\".*?</c>",
                                "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&b;&e;</t></is></c>");
        byte[] file =
                Workbooks.with(
                        one(), "xl/worksheets/sheet1.xml", bad.getBytes(StandardCharsets.UTF_8));

        String read;
        try {
            read = reader.read(file).toString();
        } catch (RefusedException refused) {
            read = refused.toString();
        }

        assertThat(bad).contains("&b;&e;");
        assertThat(read).doesNotContain("root:", "haha");
    }

    @Test
    void saysWhatIsWrongWithTheTitles() {
        refuses(
                Workbooks.plain(List.of(List.of("a", "b"), List.of("c"))),
                new SheetRefusal.NoTitles());
        List<String> fewer =
                Workbooks.TITLES.stream().filter(title -> !title.equals("品类")).toList();
        refuses(
                Workbooks.plain(List.of(fewer, List.of("洋芋"))),
                new SheetRefusal.ColumnsMissing(List.of(Column.CATEGORY)));
        List<Object> twice = new ArrayList<>(Workbooks.TITLES);
        twice.set(10, "品类");
        refuses(
                Workbooks.plain(List.of(twice, Workbooks.good("洋芋"))),
                new SheetRefusal.ColumnTwice(Column.CATEGORY));
        List<Object> merged = new ArrayList<>(Workbooks.TITLES);
        merged.set(10, "");
        refuses(
                Workbooks.plain(List.of(merged, Workbooks.good("洋芋"))),
                new SheetRefusal.TitleMissing("K"));
        refuses(Workbooks.of(), new SheetRefusal.NoRows());
    }

    @Test
    void readsTheFirstVisibleSheetThatHasTitles() {
        byte[] hidden =
                Workbooks.written((_, sheet) -> {
                    sheet.value(0, 0, "产品名称");
                    sheet.setVisibilityState(VisibilityState.HIDDEN);
                });
        refuses(hidden, new SheetRefusal.OnlyHiddenSheets());
        byte[] second =
                Workbooks.written((workbook, sheet) -> {
                    sheet.value(0, 0, "封面");
                    var products = workbook.newWorksheet("二");
                    for (int i = 0; i < Workbooks.TITLES.size(); i++) {
                        products.value(0, i, Workbooks.TITLES.get(i));
                        products.value(1, i, "1");
                    }
                });
        assertThat(reader.read(second).rows()).hasSize(1);
    }

    @Test
    void takesFiveThousandRowsAndNotOneMore() {
        List<List<?>> rows =
                new ArrayList<>(
                        IntStream.range(0, 5_000).mapToObj(i -> Workbooks.good("洋芋" + i)).toList());
        assertThat(reader.read(Workbooks.of(rows)).rows()).hasSize(5_000);

        rows.add(Workbooks.good("洋芋"));

        refuses(Workbooks.of(rows), new SheetRefusal.TooManyRows(5_000));
    }

    private static byte[] one() {
        return Workbooks.of(Workbooks.good("洋芋"));
    }

    private void refuses(byte[] file, SheetRefusal refusal) {
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }
}
