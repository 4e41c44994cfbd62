package org.consumptionaid.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A cooperative's clerk and a spreadsheet: fill in, upload, read what is wrong, correct, list. */
class SheetJourneyIT {
    private static final Browser BROWSER = new Browser();
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final double LONG_WORK_MILLIS = 120_000;
    private static final int NAME = 0;
    private static final int CATEGORY = 1;
    private static final int VARIETY = 2;
    private static final int GRADE = 3;
    private static final int UNIT = 4;
    private static final int WEIGHT = 5;
    private static final int PRICE = 6;
    private static final int STOCK = 7;
    private static final int FROM = 8;
    private static final int TO = 9;
    private static final int DESCRIPTION = 10;
    private static final int ID = 11;

    /** A cell and what somebody typed into it. */
    private record Mistake(int column, Object typed) {}

    private static final List<Mistake> MISTAKES =
            List.of(
                    new Mistake(NAME, ""),
                    new Mistake(NAME, "长".repeat(61)),
                    new Mistake(NAME, "123456"),
                    new Mistake(NAME, "=A999+B999"),
                    new Mistake(CATEGORY, ""),
                    new Mistake(CATEGORY, "土豆类"),
                    new Mistake(CATEGORY, "weapons"),
                    new Mistake(VARIETY, "长".repeat(41)),
                    new Mistake(GRADE, "长".repeat(21)),
                    new Mistake(UNIT, ""),
                    new Mistake(UNIT, "一二三四五六七八九"),
                    new Mistake(UNIT, "10"),
                    new Mistake(WEIGHT, ""),
                    new Mistake(WEIGHT, "很重"),
                    new Mistake(WEIGHT, "10两"),
                    new Mistake(WEIGHT, 0),
                    new Mistake(WEIGHT, -5),
                    new Mistake(WEIGHT, 5_000),
                    new Mistake(WEIGHT, "1.00005"),
                    new Mistake(WEIGHT, LocalDate.of(2026, 5, 10)),
                    new Mistake(WEIGHT, "5-10公斤"),
                    new Mistake(PRICE, ""),
                    new Mistake(PRICE, "面议"),
                    new Mistake(PRICE, "3.6元/斤"),
                    new Mistake(PRICE, 0),
                    new Mistake(PRICE, -36.8),
                    new Mistake(PRICE, 2_000_000),
                    new Mistake(PRICE, 36.805),
                    new Mistake(PRICE, LocalDate.of(2026, 3, 6)),
                    new Mistake(PRICE, "36,8"),
                    new Mistake(PRICE, true),
                    new Mistake(STOCK, ""),
                    new Mistake(STOCK, 40.5),
                    new Mistake(STOCK, -1),
                    new Mistake(STOCK, 2_000_000_000),
                    new Mistake(STOCK, "充足"),
                    new Mistake(STOCK, "40箱"),
                    new Mistake(FROM, 13),
                    new Mistake(FROM, ""),
                    new Mistake(TO, "冬天"),
                    new Mistake(TO, LocalDate.of(2026, 12, 1)),
                    new Mistake(DESCRIPTION, "长".repeat(2001)),
                    new Mistake(ID, "123"));

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    @AfterEach
    void nothingWentWrong() {
        List<String> errors = List.copyOf(BROWSER.errors());
        BROWSER.forgetErrors();
        assertThat(errors).isEmpty();
    }

    @Test
    void aFileWithFortyMistakesIsUnderstoodCorrectedAndListed() {
        String name = "导入洋芋" + UUID.randomUUID().toString().substring(0, 6);
        Page page = BROWSER.signedIn("cooperative", Browser.DESK);
        page.getByTestId("import-products").click();
        page.waitForURL("**/imports");
        checkShown(page);
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.copyOf(Sheets.read(downloaded(page, "template")).getFirst()));
        for (int i = 0; i < MISTAKES.size(); i++) {
            rows.add(with(good(name, i), MISTAKES.get(i)));
        }

        upload(page, Sheets.written(rows));

        assertThat(page.getByTestId("row-error")).hasCount(MISTAKES.size());
        Set<String> answers = new TreeSet<>(page.getByTestId("row-message").allTextContents());
        assertThat(answers)
                .hasSizeGreaterThanOrEqualTo(40)
                .allSatisfy(
                        answer -> assertThat(answer).isNotBlank().doesNotContain("{", "sheet."));
        assertThat(page.getByTestId("apply-good")).hasCount(0); // not one row is good
        checkShown(page);

        List<List<Object>> marked = new ArrayList<>();
        Sheets.read(downloaded(page, "marked-copy"))
                .forEach(row -> marked.add(new ArrayList<>(row)));
        assertThat(marked).hasSize(rows.size());
        for (int i = 0; i < MISTAKES.size(); i++) {
            int column = MISTAKES.get(i).column();
            marked.get(i + 1).set(column, good(name, i).get(column));
        }
        upload(page, Sheets.written(marked));
        assertThat(page.getByTestId("import-bad")).hasText("0");
        page.getByTestId("apply-all").click();

        assertThat(page.getByTestId("imported-product")).hasCount(MISTAKES.size());
        checkShown(page);
        String product = name + (MISTAKES.size() - 1);
        Page buyer = BROWSER.window(Browser.DESK, "zh-CN");
        assertThat(found(buyer, product)).isTrue();
        page.navigate("/listing");
        assertThat(page.getByTestId("own-product").first()).containsText(name);
    }

    @Test
    void onlyTheGoodRowsAreListedWhenThatIsChosenOnAPhone() {
        String name = "导入小米" + UUID.randomUUID().toString().substring(0, 6);
        Page page = BROWSER.signedIn("cooperative", Browser.PHONE);
        page.navigate("/imports");
        checkShown(page);

        upload(
                page,
                Sheets.written(
                        List.of(
                                Sheets.read(downloaded(page, "template")).getFirst(),
                                good(name, 1),
                                with(good(name, 2), new Mistake(PRICE, "面议")))));
        checkShown(page);
        page.getByTestId("apply-good").click();

        assertThat(page.getByTestId("imported-product")).hasText(name + "1");
        assertThat(Sheets.read(downloaded(page, "marked-copy"))).hasSize(2);
        page.navigate("/imports");
        assertThat(page.getByTestId("import").first()).containsText("已导入");
        checkShown(page);
    }

    @Test
    void aLargeFileShowsHowFarItIs() {
        String name = "导入荞麦" + UUID.randomUUID().toString().substring(0, 6);
        Page page = BROWSER.signedIn("cooperative2", Browser.DESK);
        page.navigate("/imports");
        List<List<?>> rows = new ArrayList<>();
        rows.add(Sheets.read(downloaded(page, "template")).getFirst());
        IntStream.range(0, 4_000).forEach(i -> rows.add(good(name, i)));

        choose(page, "很多.xlsx", Sheets.written(rows));
        page.getByTestId("upload").click();
        page.waitForURL("**/imports/*");

        assertThat(page.getByTestId("progress-bar")).isVisible();
        Set<String> seen = new TreeSet<>();
        while (page.getByTestId("progress-bar").count() > 0) {
            seen.add(page.getByTestId("progress").first().textContent());
            page.waitForTimeout(200);
        }
        assertThat(seen).hasSizeGreaterThan(1);
        page.getByTestId("apply-all")
                .waitFor(
                        new com.microsoft.playwright.Locator.WaitForOptions()
                                .setTimeout(LONG_WORK_MILLIS));
    }

    @Test
    void aFileThatIsNoneSaysWhyOnThePage() {
        Page page = BROWSER.signedIn("cooperative", Browser.DESK);
        page.navigate("/imports");

        choose(page, "a.xlsx", "名称,价格\n洋芋,1".getBytes(StandardCharsets.UTF_8));
        page.getByTestId("upload").click();
        assertThat(page.locator("#error-file")).containsText("CSV");
        choose(page, "b.xlsx", Sheets.bomb(60));
        page.getByTestId("upload").click();
        assertThat(page.locator("#error-file")).containsText("解压后");
        checkShown(page);
        choose(page, "c.xlsx", new byte[(5 << 20) + 1]);

        assertThat((String) page.getByTestId("file").evaluate("input => input.validationMessage"))
                .contains("5 MB");
        BROWSER.forgetErrors(); // the browser notes each 422 as one
    }

    private static List<Object> good(String name, int number) {
        return List.of(name + number, "薯类", "青薯9号", "一级", "箱", 10, 36.8, 40, 9, 3, "沙地种植", "");
    }

    private static List<Object> with(List<Object> row, Mistake mistake) {
        List<Object> wrong = new ArrayList<>(row);
        wrong.set(mistake.column(), mistake.typed());
        return wrong;
    }

    private static void upload(Page page, byte[] file) {
        choose(page, "产品.xlsx", file);
        page.getByTestId("upload").click();
        page.getByTestId("import-bad").waitFor();
    }

    private static void choose(Page page, String name, byte[] file) {
        page.getByTestId("file").setInputFiles(new FilePayload(name, XLSX, file));
    }

    private static byte[] downloaded(Page page, String link) {
        Download download = page.waitForDownload(() -> page.getByTestId(link).click());
        try (InputStream file = download.createReadStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean found(Page buyer, String product) {
        for (int tries = 0; tries < 20; tries++) {
            buyer.navigate("/products?q=" + product);
            if (buyer.getByTestId("product-card").allTextContents().stream()
                    .anyMatch(card -> card.contains(product))) {
                return true;
            }
            buyer.waitForTimeout(500);
        }
        return false;
    }

    private static void checkShown(Page page) {
        assertThat(Browser.graveFindings(page)).isEmpty();
        assertThat(Browser.scrollsSideways(page)).isFalse();
    }
}
