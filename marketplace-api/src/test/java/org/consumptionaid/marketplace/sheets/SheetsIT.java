package org.consumptionaid.marketplace.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consumptionaid.marketplace.sheets.Workbooks.good;
import static org.consumptionaid.marketplace.sheets.Workbooks.with;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.consumptionaid.marketplace.sheets.Workbooks.Formula;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@MarketplaceTest
class SheetsIT {
    private static final Duration SOON = Duration.ofSeconds(60);
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

    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private DatabaseClient database;

    @Test
    void givesFortyDifferentMistakesFortyUnderstandableAnswers() {
        String existing = "已有洋芋" + UUID.randomUUID();
        api.post("cooperative", "/products", likeARow(existing));
        List<List<?>> rows = mistakes(existing);

        Answer checked = checked(upload(Workbooks.of(rows)));

        assertThat(checked.number("/good")).isEqualTo(1); // the row that another one repeats
        assertThat(checked.number("/bad")).isEqualTo(rows.size() - 1);
        Set<String> messages = new TreeSet<>();
        Set<Long> wrongRows = new TreeSet<>();
        for (JsonNode error : checked.body().get("errors")) {
            messages.add(error.get("message").asString());
            wrongRows.add(error.get("row").asLong());
            assertThat(error.get("cell").asString()).isEqualTo(letter(error) + error.get("row"));
            assertThat(error.get("message").asString())
                    .contains(error.get("column").asString())
                    .doesNotContain("{", "null", "sheet.");
        }
        assertThat(wrongRows).hasSize(rows.size() - 1);
        assertThat(messages).hasSizeGreaterThanOrEqualTo(40).hasSize(rows.size() - 1);
        List<List<String>> marked = marked(checked);
        assertThat(marked).hasSize(rows.size() + 1);
        assertThat(marked.getFirst().get(13)).isEqualTo("错误说明");
        assertThat(marked.subList(2, marked.size()))
                .allSatisfy(row -> assertThat(row.get(13)).isNotEmpty());
    }

    @Test
    void saysTheSameInEnglish() {
        String id = upload(Workbooks.of(with(good("洋芋"), CATEGORY, "薯"))).text("/id");
        checked(id);

        Answer answer =
                api.send(
                        "cooperative",
                        HttpMethod.GET,
                        "/imports/" + id,
                        Map.of("Accept-Language", "en"),
                        null);

        assertThat(answer.text("/errors/0/message"))
                .isEqualTo("There is no \"薯\" in \"Category\". Did you mean \"薯类\"?");
    }

    @Test
    void listsNothingUntilTheCooperativeChoosesAndThenAllOfIt() {
        String name = "洋芋" + UUID.randomUUID();
        Answer checked =
                checked(
                        upload(
                                Workbooks.of(
                                        with(good(name), WEIGHT, "10斤"),
                                        with(good(name + "二"), PRICE, "36.80元"))));
        assertThat(checked.text("/state")).isEqualTo("CHECKED");
        assertThat(checked.number("/added")).isEqualTo(2);
        assertThat(listed(name)).isEmpty();

        Answer applied = applied(checked, false);

        assertThat(applied.text("/state")).isEqualTo("APPLIED");
        assertThat(applied.text("/products/1/name")).isEqualTo(name + "二");
        assertThat(api.get("", "/products/" + applied.text("/products/0/id")).text("/name"))
                .isEqualTo(name);
        assertThat(listed(name)).hasSize(2);
        assertThat(product(name).get("netWeightGrams").asLong()).isEqualTo(5_000);
        assertThat(product(name + "二").get("priceFen").asLong()).isEqualTo(3_680);
        assertThat(product(name).get("category").asString()).isEqualTo("tuber");
        assertThat(product(name).get("seasonFrom").asLong()).isEqualTo(9);
    }

    @Test
    void importsNothingOfAFileWithABadRowUnlessTheGoodRowsAreChosen() {
        String name = "洋芋" + UUID.randomUUID();
        Answer checked =
                checked(upload(Workbooks.of(good(name), with(good(name + "二"), PRICE, 0))));

        Answer refused = apply(checked, false);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).endsWith(":import-bad-rows");
        assertThat(listed(name)).isEmpty();
        applied(checked, true);

        assertThat(listed(name)).containsExactly(name);
        assertThat(marked(checked)).hasSize(2); // titles and the row that is left to correct
        assertThat(apply(checked, true).text("/type")).endsWith(":import-not-ready");
    }

    @Test
    void takesTheCorrectedFileWithTheMarksStillInIt() {
        String name = "洋芋" + UUID.randomUUID();
        Answer checked = checked(upload(Workbooks.of(with(good(name), PRICE, "面议"))));
        List<List<?>> corrected = new ArrayList<>();
        marked(checked).forEach(row -> corrected.add(new ArrayList<>(row)));
        corrected.set(1, withText(corrected.get(1), PRICE, "36.8"));

        Answer again = checked(upload(Workbooks.plain(corrected)));

        assertThat(again.number("/good")).isEqualTo(1);
        assertThat(again.body().get("notices")).isEmpty();
    }

    @Test
    void roundTripsAnExportAndChangesOnlyWhatWasEdited() {
        String cooperative = "cooperative2";
        String product = market.list(cooperative, 40);
        List<List<?>> rows = exported(cooperative);
        int row = rowOf(rows, product);
        rows.set(row, withText(rows.get(row), PRICE, "39.9"));

        Answer checked = checked(cooperative, upload(cooperative, Workbooks.plain(rows)));

        assertThat(checked.number("/bad")).as(checked.body().toString()).isZero();
        assertThat(checked.number("/changed")).isEqualTo(1);
        assertThat(checked.number("/unchanged")).isEqualTo(rows.size() - 2);
        applied(cooperative, checked, false);
        Answer changed = api.get("", "/products/" + product);
        assertThat(changed.number("/priceFen")).isEqualTo(3_990);
        assertThat(changed.number("/available")).isEqualTo(40);
        assertThat(changed.text("/version")).isEqualTo("2-1");
    }

    @Test
    void neverUndoesAnOrderThatCameAfterTheExport() {
        String cooperative = "cooperative2";
        String product = market.list(cooperative, 40);
        List<List<?>> rows = exported(cooperative);
        int row = rowOf(rows, product);
        rows.set(row, withText(rows.get(row), PRICE, "39.9"));
        byte[] file = Workbooks.plain(List.of(rows.getFirst(), rows.get(row)));
        Answer before = checked(cooperative, upload(cooperative, file));
        assertThat(before.number("/changed")).isEqualTo(1);
        market.order("buyer", product, 5);

        Answer refused = applied(cooperative, before, false);
        Answer after = checked(cooperative, upload(cooperative, file));

        assertThat(refused.text("/state")).isEqualTo("CHECKED");
        assertThat(refused.number("/bad")).isEqualTo(1);
        assertThat(after.text("/errors/0/message")).contains("重新导出");
        assertThat(api.get("", "/products/" + product).number("/available")).isEqualTo(35);
    }

    @Test
    void importsNothingAtAllWhenOneRowIsRefusedAtTheLastMoment() {
        String name = "洋芋" + UUID.randomUUID();
        Answer checked = checked(upload(Workbooks.of(good(name + "一"), good(name))));
        assertThat(api.post("cooperative", "/products", likeARow(name)).status()).isEqualTo(201);

        Answer refused = applied(checked, false);

        assertThat(refused.text("/state")).isEqualTo("CHECKED");
        assertThat(refused.number("/bad")).isEqualTo(1);
        assertThat(refused.number("/errors/0/row")).isEqualTo(3);
        assertThat(listed(name)).containsExactly(name);
    }

    @Test
    void uploadsOnceForOneKey() {
        byte[] file = Workbooks.of(good("洋芋" + UUID.randomUUID()));
        String key = UUID.randomUUID().toString();

        String first = api.upload("cooperative", "/imports?fileName=a.xlsx", key, file).text("/id");
        Answer again = api.upload("cooperative", "/imports?fileName=a.xlsx", key, file);
        Answer other =
                api.upload(
                        "cooperative", "/imports?fileName=a.xlsx", key, Workbooks.of(good("别的")));

        assertThat(again.text("/id")).isEqualTo(first);
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void refusesAFileOfMoreThanFiveMegabytesWhileItComesIn() {
        Answer refused =
                api.upload(
                        "cooperative",
                        "/imports",
                        UUID.randomUUID().toString(),
                        new byte[(5 << 20) + 1]);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text("/detail")).contains("5 MB");
    }

    @Test
    void importsFiveThousandRowsWhole() {
        String name = "洋芋" + UUID.randomUUID();
        List<List<?>> rows =
                new ArrayList<>(IntStream.range(0, 5_000).mapToObj(i -> good(name + i)).toList());
        Answer checked = checked(upload(Workbooks.of(rows)));
        assertThat(checked.number("/added")).isEqualTo(5_000);

        Answer applied = applied(checked, false);

        assertThat(applied.text("/state")).isEqualTo("APPLIED");
        assertThat(product(name + 4_999).get("listed").asBoolean()).isTrue();
    }

    @Test
    void saysBeforeAnythingIsListedThatTheCategoryIsNotCertified() {
        String name = "洋芋" + UUID.randomUUID();
        setFruitCertificate("SUSPENDED");
        try {
            Answer checked =
                    checked(
                            "cooperative2",
                            upload(
                                    "cooperative2",
                                    Workbooks.of(
                                            good(name), with(good(name + "果"), CATEGORY, "水果"))));

            assertThat(checked.number("/good")).isEqualTo(1);
            assertThat(checked.number("/bad")).isEqualTo(1);
            assertThat(checked.text("/errors/0/cell")).isEqualTo("B3");
            assertThat(checked.text("/errors/0/message")).contains("“水果”产品认证");
        } finally {
            setFruitCertificate("IN_FORCE");
        }
    }

    @Test
    void carriesWhatABuyerMustKnowToKeepTheProduceInAndOut() {
        String name = "洋芋" + UUID.randomUUID();
        List<Object> row =
                List.of(
                        name, "薯类/马铃薯", "", "", "箱", 10, 36.8, 40, 9, 3, "", "", "", "网袋", "阴凉通风处",
                        "60天", "丁家沟镇");

        Answer applied =
                applied(
                        checked(upload(Workbooks.plain(List.of(Workbooks.ALL_TITLES, row)))),
                        false);

        assertThat(applied.text("/state")).isEqualTo("APPLIED");
        JsonNode product = product(name);
        assertThat(product.get("category").asString()).isEqualTo("tuber-potato");
        assertThat(product.get("packaging").asString()).isEqualTo("网袋");
        assertThat(product.get("storage").asString()).isEqualTo("阴凉通风处");
        assertThat(product.get("shelfLifeDays").asInt()).isEqualTo(60);
        assertThat(product.get("township").asString()).isEqualTo("丁家沟镇");
        List<List<?>> exported = exported("cooperative");
        assertThat(exported.get(rowOf(exported, product.get("id").asString())))
                .asString()
                .contains("薯类/马铃薯", "网袋, 阴凉通风处, 60, 丁家沟镇");
    }

    @Test
    void saysWhatIsWrongWithAShelfLifeAndAPlace() {
        List<Object> row =
                List.of(
                        "洋芋",
                        "薯类",
                        "",
                        "",
                        "箱",
                        10,
                        36.8,
                        40,
                        9,
                        3,
                        "",
                        "",
                        "",
                        "长".repeat(41),
                        "长".repeat(101),
                        "半年",
                        "长".repeat(41));

        Answer checked = checked(upload(Workbooks.plain(List.of(Workbooks.ALL_TITLES, row))));

        assertThat(checked.body().get("errors").valueStream().map(e -> e.get("message").asString()))
                .anyMatch(message -> message.equals("“保质期（天）”写的是“半年”，请填写天数，例如 30。"))
                .anyMatch(message -> message.contains("“包装”有 41 个字"))
                .anyMatch(message -> message.contains("“贮存条件”有 101 个字"))
                .anyMatch(message -> message.contains("“产地乡镇”有 41 个字"));
    }

    @Test
    void asksForAReasonWhereAPriceIsAboveTheCeiling() {
        String name = "会宁菠菜 " + UUID.randomUUID();
        List<Object> dear = new ArrayList<>(with(good(name), CATEGORY, "蔬菜"));
        dear.set(PRICE, "9999.00");

        Answer refused = checked(upload(Workbooks.of(dear)));
        dear.add("有机认证");
        Answer good = checked(upload(Workbooks.of(dear)));

        assertThat(refused.number("/bad")).isEqualTo(1);
        assertThat(refused.text("/errors/0/message")).contains("高于限价", "高于限价的理由");
        assertThat(refused.text("/errors/0/column")).isEqualTo("每件价格（元）");
        assertThat(good.number("/good")).isEqualTo(1);
    }

    @Test
    void offersATemplateThatImportsNothingByItself() {
        byte[] template = api.download("cooperative", "/products/template.xlsx");

        Answer refused = upload(template);

        assertThat(Workbooks.read(template).getFirst()).isEqualTo(Workbooks.ALL_TITLES);
        assertThat(Workbooks.entry(template, "xl/worksheets/sheet1.xml"))
                .contains("dataValidation", "type=\"list\"");
        assertThat(refused.text("/type")).endsWith(":sheet-no-rows");
    }

    private static List<List<?>> mistakes(String existing) {
        String name = "洋芋" + UUID.randomUUID().toString().substring(0, 8);
        List<List<?>> rows = new ArrayList<>();
        rows.add(good(name));
        rows.add(good(name));
        rows.add(good(existing));
        Object[][] wrong = {
            {NAME, ""},
            {NAME, "长".repeat(61)},
            {NAME, "123456"},
            {NAME, new Formula("A999+B999")},
            {CATEGORY, ""},
            {CATEGORY, "土豆类"},
            {CATEGORY, "weapons"},
            {VARIETY, "长".repeat(41)},
            {GRADE, "长".repeat(21)},
            {UNIT, ""},
            {UNIT, "一二三四五六七八九"},
            {UNIT, "10"},
            {WEIGHT, ""},
            {WEIGHT, "很重"},
            {WEIGHT, "10两"},
            {WEIGHT, 0},
            {WEIGHT, -5},
            {WEIGHT, 5_000},
            {WEIGHT, "1.00005"},
            {WEIGHT, LocalDate.of(2026, 5, 10)},
            {WEIGHT, "5-10公斤"},
            {PRICE, ""},
            {PRICE, "面议"},
            {PRICE, "3.6元/斤"},
            {PRICE, 0},
            {PRICE, -36.8},
            {PRICE, 2_000_000},
            {PRICE, 36.805},
            {PRICE, LocalDate.of(2026, 3, 6)},
            {PRICE, "36,8"},
            {PRICE, true},
            {STOCK, ""},
            {STOCK, 40.5},
            {STOCK, -1},
            {STOCK, 2_000_000_000},
            {STOCK, "充足"},
            {STOCK, "40箱"},
            {FROM, 13},
            {FROM, ""},
            {FROM, 0},
            {TO, "冬天"},
            {TO, LocalDate.of(2026, 12, 1)},
            {DESCRIPTION, "长".repeat(2001)},
            {ID, "123"},
            {ID, UUID.randomUUID() + "@1-1"},
        };
        for (int i = 0; i < wrong.length; i++) {
            rows.add(
                    with(
                            good(wrong[i][0].equals(NAME) ? name : name + i),
                            (int) wrong[i][0],
                            wrong[i][1]));
        }
        return rows;
    }

    private void setFruitCertificate(String state) {
        database.sql(
                        """
                        UPDATE certificate SET state = :state
                        WHERE category_code = 'fruit' AND statement = '演示数据'
                          AND organisation_id = (SELECT organisation_id FROM person WHERE username = 'cooperative2')
                        """)
                .bind("state", state)
                .then()
                .block();
    }

    private static Map<String, Object> likeARow(String name) {
        Map<String, Object> form = Market.form(name, 40);
        form.put("variety", "青薯9号");
        form.put("grade", "一级");
        form.put("description", "别的说明");
        return form;
    }

    private static String letter(JsonNode error) {
        int at = Workbooks.TITLES.indexOf(error.get("column").asString());
        return Character.toString('A' + at);
    }

    private Answer upload(byte[] file) {
        return upload("cooperative", file);
    }

    private Answer upload(String cooperative, byte[] file) {
        return api.upload(
                cooperative, "/imports?fileName=x.xlsx", UUID.randomUUID().toString(), file);
    }

    private Answer checked(Answer uploaded) {
        return checked("cooperative", uploaded);
    }

    private Answer checked(String cooperative, Answer uploaded) {
        assertThat(uploaded.status()).as(uploaded.body().toString()).isEqualTo(201);
        return settled(cooperative, uploaded.text("/id"));
    }

    private void checked(String id) {
        settled("cooperative", id);
    }

    private Answer settled(String cooperative, String id) {
        return await().atMost(SOON)
                .until(
                        () -> api.get(cooperative, "/imports/" + id),
                        answer -> !Set.of("CHECKING", "APPLYING").contains(answer.text("/state")));
    }

    private Answer apply(Answer checked, boolean goodRowsOnly) {
        return apply("cooperative", checked, goodRowsOnly);
    }

    private Answer apply(String cooperative, Answer checked, boolean goodRowsOnly) {
        return api.post(
                cooperative,
                "/imports/" + checked.text("/id") + "/application",
                Map.of("goodRowsOnly", goodRowsOnly));
    }

    private Answer applied(Answer checked, boolean goodRowsOnly) {
        return applied("cooperative", checked, goodRowsOnly);
    }

    private Answer applied(String cooperative, Answer checked, boolean goodRowsOnly) {
        Answer chosen = apply(cooperative, checked, goodRowsOnly);
        assertThat(chosen.status()).as(chosen.body().toString()).isEqualTo(200);
        return settled(cooperative, checked.text("/id"));
    }

    private List<List<String>> marked(Answer checked) {
        return Workbooks.read(
                api.download("cooperative", "/imports/" + checked.text("/id") + "/errors.xlsx"));
    }

    private List<List<?>> exported(String cooperative) {
        List<List<?>> rows = new ArrayList<>();
        Workbooks.read(api.download(cooperative, "/cooperative/products.xlsx"))
                .forEach(row -> rows.add(new ArrayList<>(row)));
        return rows;
    }

    private static int rowOf(List<List<?>> rows, String product) {
        return IntStream.range(1, rows.size())
                .filter(i -> rows.get(i).get(ID).toString().startsWith(product))
                .findFirst()
                .orElseThrow();
    }

    private static List<?> withText(List<?> row, int at, String text) {
        List<Object> changed = new ArrayList<>(row);
        changed.set(at, text);
        return changed;
    }

    private List<String> listed(String name) {
        return own().stream()
                .map(product -> product.get("name").asString())
                .filter(found -> found.startsWith(name))
                .toList();
    }

    private JsonNode product(String name) {
        return own().stream()
                .filter(product -> product.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The newest products; enough for what was just listed. */
    private List<JsonNode> own() {
        List<JsonNode> products = new ArrayList<>();
        String path = "/cooperative/products";
        Answer page = api.get("cooperative", path);
        page.body().get("items").forEach(products::add);
        return products;
    }
}
