package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
