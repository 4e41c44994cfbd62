package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What may be sold this season, to the buyer and to the cooperative. */
class CapacityPagesTest extends OnFakeApi {

    @Test
    void showsABuyerWhatIsCertifiedOrderedAndLeftAndWhy() {
        assertThat(browser("zh-CN").get("/products/prod-0").body())
                .contains(
                        "认证 25,000,000 公斤，已订 1,800,000 公斤",
                        "还可订 23,200,000 公斤",
                        "12,500 亩 × 2,000 公斤");
    }

    @Test
    void saysNothingOfASeasonWhileNoneRuns() {
        API.answer("GET /products/prod-0/capacity", 200, "{\"items\":[]}");
        API.answer("GET /cooperative/capacity", 200, "{\"items\":[]}");

        assertThat(browser("zh-CN").get("/products/prod-0").body()).doesNotContain("本季可售量");
        assertThat(signedIn("cooperative", "zh-CN").get("/listing").body())
                .contains("data-test=\"own-product\"")
                .doesNotContain("本季可售量");
    }

    @Test
    void showsACooperativeEachCategoryWithItsCertificate() {
        assertThat(signedIn("cooperative", "zh-CN").get("/listing").body())
                .contains(
                        "data-test=\"own-capacities\" open=\"open\"",
                        "href=\"/certificates/CA-1\"",
                        "23,200,000 公斤");
    }
}
