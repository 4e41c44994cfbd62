package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a search page asks the API, and what one can do from it. */
class SearchPageTest extends OnFakeApi {

    @Test
    void asksForEveryFacetThatWasChosen() {
        browser("zh-CN")
                .get(
                        "/products?q=x&category=fruit&category=tea&province=P&season=now&sort=price&evil=1");

        assertThat(asked())
                .contains(
                        "q=x",
                        "category=fruit",
                        "category=tea",
                        "province=P",
                        "season=now",
                        "sort=price")
                .doesNotContain("evil");
    }

    @Test
    void showsEveryChoiceAsAChipThatDropsIt() {
        String page = browser("zh-CN").get("/products?q=x&category=fruit&season=now").body();

        assertThat(page)
                .containsPattern(
                        "href=\"/products\\?q=x&amp;season=now\"[^>]*data-test=\"chip-category\"")
                .containsPattern(
                        "href=\"/products\\?q=x&amp;category=fruit\"[^>]*data-test=\"chip-season\"");
    }

    @Test
    void choosingAKindOfFruitNarrowsFruitAndLeavesOtherCategoriesChosen() {
        String page = browser("zh-CN").get("/products?category=fruit&category=fungus").body();

        assertThat(page)
                .containsPattern(
                        "href=\"/products\\?category=fungus&amp;category=fruit-apple\"[^>]*data-test=\"facet-category-fruit-apple\"")
                .containsPattern(
                        "href=\"/products\\?category=fungus\"[^>]*data-test=\"facet-category-fruit\"");
    }

    @Test
    void choosingAnotherKindOfFruitAddsItAndFruitItselfReplacesBoth() {
        String page = browser("zh-CN").get("/products?category=fruit-apple").body();

        assertThat(page)
                .containsPattern(
                        "href=\"/products\\?category=fruit-apple&amp;category=fruit-pear\"[^>]*data-test=\"facet-category-fruit-pear\"")
                .containsPattern(
                        "href=\"/products\\?category=fruit\"[^>]*data-test=\"facet-category-fruit\"");
    }

    @Test
    void showsTheWayDownToACategoryAndAllOfThemOnTheFirstPage() {
        API.answer(
                "GET /products/prod-0",
                200,
                FakeAnswers.product(0, true)
                        .replace("\"category\":\"fruit\"", "\"category\":\"fruit-apple\""));
        API.answer("GET /products/prod-0/pictures", 200, "{\"items\":[]}");

        assertThat(browser("zh-CN").get("/products/prod-0").body())
                .containsSubsequence("category=fruit\"", "水果", "category=fruit-apple\"", "苹果")
                .contains("/pictures/fruit-");
        assertThat(browser("en").get("/").body())
                .containsSubsequence("All categories", "category=fruit-pear\"", "Pears");
    }

    @Test
    void saysWhereAProductIsFromAndHowToKeepIt() {
        assertThat(browser("zh-CN").get("/products/prod-0").body())
                .contains("昭阳区 靖安镇", "/ 箱 · 纸箱", "0–4 °C 冷藏", "60 天");
        assertThat(browser("en").get("/products/prod-0").body()).contains("Shelf life", "60 days");
    }

    @Test
    void sendsWhatTheCooperativeTypedOfPackageStorageAndOrigin() {
        Map<String, String> form =
                new HashMap<>(
                        Map.of(
                                "idempotencyKey", "k",
                                "name", "洋芋",
                                "category", "tuber-potato",
                                "unit", "箱",
                                "netWeightKg", "10",
                                "priceYuan", "36.80",
                                "available", "40"));
        form.putAll(
                Map.of(
                        "packaging", "网袋",
                        "storage", "阴凉处",
                        "shelfLifeDays", "60",
                        "township", "丁家沟镇"));

        signedIn("cooperative", "zh-CN").post("/listing/new", "/listing", form);

        assertThat(API.calls())
                .anySatisfy(call ->
                        assertThat(call.body())
                                .contains(
                                        "\"packaging\":\"网袋\"",
                                        "\"storage\":\"阴凉处\"",
                                        "\"shelfLifeDays\":60",
                                        "\"township\":\"丁家沟镇\""));
    }

    @Test
    void saysByTheFieldThatAShelfLifeIsNoNumberOfDays() {
        String page =
                signedIn("cooperative", "zh-CN")
                        .post(
                                "/listing/new",
                                "/listing",
                                Map.of(
                                        "idempotencyKey", "k",
                                        "netWeightKg", "10",
                                        "priceYuan", "36.80",
                                        "available", "40",
                                        "shelfLifeDays", "半年"))
                        .body();

        assertThat(page).contains("id=\"error-shelfLifeDays\"", "value=\"半年\"");
    }

    @Test
    void groupsTheCategoriesOfTheListingForm() {
        String page = signedIn("cooperative", "zh-CN").get("/listing/new").body();

        assertThat(page)
                .containsSubsequence(
                        "<optgroup label=\"薯类\">",
                        "value=\"tuber\"",
                        "value=\"tuber-potato\"",
                        "　马铃薯",
                        "</optgroup>");
    }

    @Test
    void keepsTheChoicesWhenTheOrderIsChanged() {
        String page = browser("zh-CN").get("/products?q=x&category=fruit").body();

        assertThat(page).contains("<input type=\"hidden\" name=\"category\" value=\"fruit\">");
        assertThat(page).contains("value=\"price\"").doesNotContain("value=\"distance\"");
        assertThat(signedIn("buyer", "zh-CN").get("/products?q=x").body())
                .contains("value=\"distance\"");
    }

    @Test
    void saysThatTheSearchIsSimplerAndShowsNoCountsThen() {
        API.answer("GET /products", 200, FakeAnswers.DEGRADED);

        String page = browser("zh-CN").get("/products?province=%E4%BA%91%E5%8D%97%E7%9C%81").body();

        assertThat(page)
                .contains("data-test=\"degraded\"", "目前用简化搜索。", "data-test=\"chip-province\"")
                .doesNotContain("id=\"filters\"");
    }

    @Test
    void sendsTheProvincesThatWereTicked() {
        signedIn("cooperative", "zh-CN")
                .post("/listing/delivery", "/listing/delivery", Map.of("province", "云南省"));

        assertThat(API.calls())
                .anySatisfy(call -> {
                    assertThat(call.method()).isEqualTo("PUT");
                    assertThat(call.path()).isEqualTo("/cooperative/delivery-area");
                    assertThat(call.body()).contains("云南省");
                });
    }

    private static String asked() {
        return API.calls().stream()
                .map(call -> URLDecoder.decode(call.path(), StandardCharsets.UTF_8))
                .filter(path -> path.startsWith("/products?"))
                .findFirst()
                .orElseThrow();
    }
}
