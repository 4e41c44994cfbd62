package org.consumptionaid.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;

@MarketplaceTest
class CatalogIT {
    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private DatabaseClient database;

    @Test
    void listsAProductOfTheCooperativesOwnCounty() {
        String name = "洋芋 " + UUID.randomUUID();
        Map<String, Object> form = Market.form("  " + name + "\t", 25);
        form.put("variety", "青薯9号");
        form.put("seasonFrom", 11);
        form.put("seasonTo", 3);

        Answer listed = api.post("cooperative", "/products", form);

        assertThat(listed.status()).isEqualTo(201);
        assertThat(listed.etag()).isEqualTo("\"1-1\"");
        Answer product = api.get("", "/products/" + listed.text("/id"));
        assertThat(product.text("/name")).isEqualTo(name);
        assertThat(product.text("/countyName")).isEqualTo("会宁县");
        assertThat(product.number("/priceFen")).isEqualTo(3_680);
        assertThat(product.number("/pricePerKgFen")).isEqualTo(368);
        assertThat(product.number("/available")).isEqualTo(25);
        assertThat(product.number("/seasonFrom")).isEqualTo(11);
        assertThat(product.body().get("demo").asBoolean()).isFalse();
    }

    @Test
    void saysHowToKeepAProductForHowLongAndWhereItIsFrom() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        form.put("packaging", " 网袋 ");
        form.put("storage", "避光、阴凉、通风处");
        form.put("shelfLifeDays", 60);
        form.put("township", "丁家沟镇");

        String id = api.post("cooperative", "/products", form).text("/id");

        Answer listed = api.get("", "/products/" + id);
        assertThat(listed.text("/packaging")).isEqualTo("网袋");
        assertThat(listed.text("/storage")).isEqualTo("避光、阴凉、通风处");
        assertThat(listed.number("/shelfLifeDays")).isEqualTo(60);
        assertThat(listed.text("/township")).isEqualTo("丁家沟镇");
        form.remove("shelfLifeDays");
        form.remove("township");
        Answer edited = api.put("cooperative", "/products/" + id, "\"1-1\"", form);
        assertThat(edited.body().has("shelfLifeDays")).isFalse();
        assertThat(edited.text("/township")).isEmpty();
    }

    @Test
    void aProductOfALeafCarriesEveryNodeOfItsPathIntoTheIndex() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        form.put("category", "tuber-potato");

        String product = api.post("cooperative", "/products", form).text("/id");

        assertThat(categoryPath(product)).isEqualTo("[\"tuber\",\"tuber-potato\"]");
    }

    @Test
    void aChildCategoryNamesItsParentAndInheritsTheFoodGroup() {
        assertThat(api.get("", "/categories").body().get("items"))
                .anySatisfy(category -> {
                    assertThat(category.get("code").asString()).isEqualTo("tuber-potato");
                    assertThat(category.get("parent").asString()).isEqualTo("tuber");
                    assertThat(category.get("foodGroup").asString()).isEqualTo("谷薯类");
                });
    }

    @Test
    void theDatabaseKnowsNoCategoryWhoseParentIsMissingOrBelowItself() {
        assertThatThrownBy(() -> insertCategory("tuber-odd", "{nowhere,tuber-odd}"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> insertCategory("odd", "{odd,odd}"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> insertCategory("odd", "{tuber}"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void insertCategory(String code, String path) {
        database.sql(
                        "INSERT INTO category (code, path, name_zh, name_en, sort)"
                                + " VALUES (:code, :path::text[], '怪', 'Odd', 1)")
                .bind("code", code)
                .bind("path", path)
                .then()
                .block();
    }

    private String categoryPath(String product) {
        return Objects.requireNonNull(
                database.sql(
                                "SELECT document ->> 'categoryPath' AS path FROM catalog_document WHERE id = :id")
                        .bind("id", UUID.fromString(product))
                        .map(row -> Objects.requireNonNull(row.get("path", String.class)))
                        .one()
                        .block());
    }

    @Test
    void changesWhatTheCooperativeEdits() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        Answer listed = api.post("cooperative", "/products", form);
        form.put("grade", "特级");
        form.put("available", 99);

        Answer edited = edit("cooperative", listed.text("/id"), "\"1-1\"", form);

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.text("/grade")).isEqualTo("特级");
        assertThat(edited.number("/available")).isEqualTo(99);
        assertThat(edited.etag()).isEqualTo("\"2-2\"");
    }

    @Test
    void remembersAPriceOnlyWhenItChanges() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        String product = api.post("cooperative", "/products", form).text("/id");
        form.put("grade", "一级");
        edit("cooperative", product, "\"1-1\"", form);
        assertThat(prices(product)).containsExactly(3_680L);

        form.put("priceFen", 3_980);
        edit("cooperative", product, "\"2-1\"", form);

        assertThat(prices(product)).containsExactly(3_680L, 3_980L);
    }

    @Test
    void tellsTheIndexersOfEveryChangeOnce() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        String product = api.post("cooperative", "/products", form).text("/id");
        assertThat(changes(product)).isEqualTo(1);

        form.put("grade", "一级");
        edit("cooperative", product, "\"1-1\"", form);
        assertThat(changes(product)).isEqualTo(2);

        String order = market.order("buyer", product, 2);
        assertThat(changes(product)).isEqualTo(3);
        market.step("buyer", order, "cancellation", Map.of("reason", "重复"));
        assertThat(changes(product)).isEqualTo(4);

        api.post("cooperative", "/products/" + product + "/withdrawal", Map.of());
        assertThat(changes(product)).isEqualTo(5);
    }

    @Test
    void tellsTheIndexersNothingOfWhatWasRefused() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        String product = api.post("cooperative", "/products", form).text("/id");
        long all = changes();

        form.put("category", "weapons");
        assertThat(edit("cooperative", product, "\"1-1\"", form).status()).isEqualTo(422);
        form.put("category", "tuber");
        assertThat(edit("cooperative", product, "\"9-1\"", form).status()).isEqualTo(412);
        assertThat(edit("cooperative2", product, "\"1-1\"", form).status()).isEqualTo(404);
        assertThat(api.post("cooperative", "/products", form).status()).isEqualTo(409);
        assertThat(
                        api.post(
                                        "buyer",
                                        "/orders",
                                        Map.of("lines", List.of(Market.line(product, 11))))
                                .status())
                .isEqualTo(409);

        assertThat(changes()).isEqualTo(all);
        assertThat(api.get("", "/products/" + product).text("/version")).isEqualTo("1-1");
    }

    @Test
    void growsTheDocumentsVersionWithEveryChange() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        String product = api.post("cooperative", "/products", form).text("/id");
        List<Long> versions = new ArrayList<>(List.of(documentVersion(product)));

        String order = market.order("buyer", product, 2);
        versions.add(documentVersion(product));
        market.step("cooperative", order, "refusal", Map.of("reason", "缺货"));
        versions.add(documentVersion(product));
        api.post("cooperative", "/products/" + product + "/withdrawal", Map.of());
        versions.add(documentVersion(product));
        api.post("cooperative", "/products/" + product + "/listing", Map.of());
        versions.add(documentVersion(product));

        assertThat(versions).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void keepsAWithdrawnProductForOldLinksButSellsItNoMore() {
        String product = market.list("cooperative", 10);
        String path = "/products/" + product;

        Answer withdrawn = api.post("cooperative", path + "/withdrawal", Map.of());
        assertThat(withdrawn.body().get("listed").asBoolean()).isFalse();
        assertThat(api.get("", path).status()).isEqualTo(200);
        Answer refused = order(product);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).endsWith("not-on-sale");

        Answer relisted = api.post("cooperative", path + "/listing", Map.of());
        assertThat(relisted.body().get("listed").asBoolean()).isTrue();
        assertThat(order(product).status()).isEqualTo(201);
    }

    @Test
    void refusesToListTheSameTwice() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        api.post("cooperative", "/products", form);

        Answer again = api.post("cooperative", "/products", form);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/type")).endsWith("same-product-listed");

        form.put("netWeightGrams", 5_000);
        assertThat(api.post("cooperative", "/products", form).status())
                .as("another package is another product")
                .isEqualTo(201);
        assertThat(api.post("cooperative2", "/products", form).status())
                .as("another cooperative's is another product")
                .isEqualTo(201);
    }

    @Test
    void refusesToTurnAProductIntoOneThatIsListedAlready() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        api.post("cooperative", "/products", form);
        String other = market.list("cooperative", 10);

        assertThat(edit("cooperative", other, "\"1-1\"", form).text("/type"))
                .endsWith("same-product-listed");
    }

    @Test
    void letsNobodyEditAnotherCooperativesProduct() {
        String product = market.list("cooperative", 10);
        Map<String, Object> form = Market.form("我的 " + UUID.randomUUID(), 1);
        String path = "/products/" + product;

        assertThat(edit("cooperative2", product, "\"1-1\"", form).status()).isEqualTo(404);
        assertThat(api.post("cooperative2", path + "/withdrawal", Map.of()).status())
                .isEqualTo(404);
        assertThat(api.get("", path).text("/version")).isEqualTo("1-1");
    }

    @Test
    void keepsAnOpenFormValidWhileOrdersTakeStock() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        String product = api.post("cooperative", "/products", form).text("/id");
        market.order("buyer", product, 3);
        form.put("description", "沙地洋芋");
        form.put("available", 7);

        assertThat(edit("cooperative", product, "\"1-1\"", form).status()).isEqualTo(200);
        assertThat(api.get("", "/products/" + product).number("/available")).isEqualTo(7);
    }

    @Test
    void makesAFormStaleThatWouldUndoWhatOrdersTook() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        String product = api.post("cooperative", "/products", form).text("/id");
        market.order("buyer", product, 3);
        form.put("available", 20);

        assertThat(edit("cooperative", product, "\"1-1\"", form).text("/type"))
                .endsWith("stale-version");
        assertThat(edit("cooperative", product, "\"1-2\"", form).status()).isEqualTo(200);
    }

    @Test
    void letsTheFirstOfTwoEditorsWin() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        String product = api.post("cooperative", "/products", form).text("/id");
        form.put("grade", "一级");
        assertThat(edit("cooperative", product, "\"1-1\"", form).status()).isEqualTo(200);
        form.put("grade", "二级");

        assertThat(edit("cooperative", product, "\"1-1\"", form).status()).isEqualTo(412);
        assertThat(api.get("", "/products/" + product).text("/grade")).isEqualTo("一级");
    }

    @Test
    void pagesThroughTheOwnProductsNewestFirst() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            expected.addFirst(market.list("cooperative2", 1));
        }

        Answer first = api.get("cooperative2", "/cooperative/products");
        Answer second =
                api.get("cooperative2", "/cooperative/products?cursor=" + first.text("/next"));

        List<String> seen = new ArrayList<>(ids(first));
        assertThat(seen).hasSize(20);
        seen.addAll(ids(second));
        assertThat(seen.subList(0, 25)).containsExactlyElementsOf(expected);
        assertThat(seen).doesNotHaveDuplicates();
    }

    private static List<String> ids(Answer page) {
        return page.body()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private Answer order(String product) {
        return api.post("buyer", "/orders", Map.of("lines", List.of(Market.line(product, 1))));
    }

    private Answer edit(String who, String product, String version, Map<String, Object> form) {
        return api.put(who, "/products/" + product, version, form);
    }

    private List<Long> prices(String product) {
        return Objects.requireNonNull(
                database.sql(
                                "SELECT price_fen FROM price_history WHERE product_id = :id ORDER BY valid_from")
                        .bind("id", UUID.fromString(product))
                        .mapValue(Long.class)
                        .all()
                        .collectList()
                        .block());
    }

    private long changes(String product) {
        return number("SELECT count(*) FROM catalog_change WHERE aggregateid = '" + product + "'");
    }

    private long changes() {
        return number("SELECT count(*) FROM catalog_change");
    }

    private long documentVersion(String product) {
        return number("SELECT version FROM catalog_document WHERE id = '" + product + "'");
    }

    private long number(String sql) {
        return Objects.requireNonNull(database.sql(sql).mapValue(Long.class).one().block());
    }
}
