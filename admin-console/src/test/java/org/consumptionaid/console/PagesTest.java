package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of every role, in both languages. */
class PagesTest extends OnFakeApi {

    private static final List<String> PAGES =
            List.of(
                    "anyone /",
                    "anyone /products?q=%E8%8B%B9%E6%9E%9C&county=530601&sort=price",
                    "anyone /products?q=nothing&category=tea",
                    "buyer /products?province=%E4%BA%91%E5%8D%97%E7%9C%81&priceBand=500-1000&season=now&sort=distance",
                    "anyone /products/prod-0",
                    "anyone /products/prod-4",
                    "anyone /certificates",
                    "anyone /certificates/CA-1",
                    "anyone /certificates/NOTICE",
                    "anyone /figures",
                    "anyone /figures?month=2026-10",
                    "anyone /open-data",
                    "anyone /seals",
                    "anyone /seals?until=2026-11-26",
                    "anyone /sign-in",
                    "anyone /register",
                    "anyone /register/state",
                    "anyone /register/state?number=R1&creditCode=X",
                    "buyer /home",
                    "buyer /cart",
                    "buyer /orders",
                    "buyer /orders?state=PAID",
                    "buyer /orders/placed",
                    "buyer /orders/shipped",
                    "buyer /orders/invoiced",
                    "buyer /orders/cancelled",
                    "buyer /products/prod-0",
                    "canteen /home",
                    "canteen /need",
                    "canteen /need?week=2026-11-30&foodGroup=%E8%94%AC%E8%8F%9C%E7%B1%BB",
                    "canteen /need?week=2026-11-30&ingredient=potato",
                    "canteen /menus",
                    "anyone /schools/12621102MB0000000X",
                    "canteen /incidents",
                    "education /incidents",
                    "education /schools-month",
                    "education /schools-month?month=2026-11",
                    "canteen /kitchen",
                    "canteen /kitchen/labels?day=2026-11-23",
                    "canteen /recalls",
                    "canteen /recalls/r1",
                    "cooperative /recalls",
                    "cooperative /recalls/r1",
                    "operator /recalls?product=prod-0",
                    "canteen /menus?week=2026-11-30",
                    "cooperative /home",
                    "cooperative /orders/confirmed",
                    "cooperative /orders/accepted",
                    "cooperative /listing",
                    "cooperative /listing/new",
                    "cooperative /listing/delivery",
                    "cooperative /listing/prod-0",
                    "cooperative /listing/prod-0/offers",
                    "cooperative /imports",
                    "cooperative /imports/checking",
                    "cooperative /imports/checked",
                    "cooperative /imports/clean",
                    "cooperative /imports/applying",
                    "cooperative /imports/applied",
                    "cooperative /imports/failed",
                    "cooperative /listing/prod-0/pictures",
                    "anyone /contracts",
                    "anyone /contracts/G00000018",
                    "anyone /lots",
                    "anyone /lots/P00000013",
                    "cooperative /listing/prod-0/records",
                    "cooperative /listing/prod-4/records",
                    "cooperative /listing/prod-0/records?corrects=r2",
                    "cooperative /listing/prod-4/pictures",
                    "cooperative /benefits",
                    "cooperative /benefit-rules",
                    "cooperative /claims",
                    "cooperative /claims/new?household=H00000011&mode=PURCHASE",
                    "cooperative /claims/new?household=H00000011&mode=WAGE",
                    "cooperative /claims/new?household=H00000011&mode=LAND_RENT",
                    "operator /home",
                    "operator /orders/paid",
                    "operator /registrations",
                    "operator /registrations?state=REFUSED",
                    "operator /parked",
                    "operator /parked/prod-0",
                    "auditor /parked",
                    "buyer /payments",
                    "cooperative /payments",
                    "cooperative /statements",
                    "cooperative /statements?month=2026-10",
                    "operator /statements?organisation=o1",
                    "buyer /payment-notes/F00000018",
                    "buyer /complaints",
                    "buyer /orders/accepted/complaints/new",
                    "cooperative /complaints/asked",
                    "cooperative /complaints/agreed",
                    "auditor /complaints/credited",
                    "education /plans",
                    "education /plans/w1",
                    "education /plans/w1?open=true",
                    "education /canteens",
                    "cooperative /listing/supply-terms",
                    "buyer /reserve",
                    "buyer /corrections",
                    "buyer /requisitions",
                    "buyer /requisitions/draft",
                    "buyer /requisitions/submitted",
                    "buyer /requisitions/approved",
                    "buyer /requisitions/ordered",
                    "auditor /requisitions/expired",
                    "auditor /requisitions",
                    "buyer /unit",
                    "buyer /orders/accepted/unit-corrections/new",
                    "operator /corrections",
                    "operator /disputes",
                    "operator /unknown-payments",
                    "auditor /unknown-payments",
                    "operator /payments",
                    "operator /reconciliation",
                    "operator /payouts",
                    "operator /payouts/b1",
                    "operator /payouts/b2",
                    "auditor /payouts",
                    "auditor /payouts/b1",
                    "operator /reconciliation?state=POSTED",
                    "operator /reconciliation?state=RETURNED",
                    "operator /reconciliation/banks/new",
                    "operator /reconciliation/banks/demo",
                    "auditor /reconciliation",
                    "auditor /home",
                    "auditor /orders/settled",
                    "auditor /benefits",
                    "auditor /seals",
                    "auditor /findings",
                    "auditor /ledger/entries/e1/proof",
                    "cooperative /certifications",
                    "cooperative /certifications/new",
                    "cooperative /certifications/new?renews=running",
                    "cooperative /certifications/returned",
                    "cooperative /certifications/running",
                    "county_reviewer /certifications",
                    "county_reviewer /certifications/z1",
                    "province_reviewer /certifications/running",
                    "operator /certifications",
                    "auditor /certifications/returned",
                    "county_reviewer /home",
                    "county_reviewer /households",
                    "county_reviewer /findings",
                    "county_reviewer /claims?state=PROPOSED",
                    "province_reviewer /home",
                    "education_bureau /home",
                    "somebody_new /home");

    static Stream<String> pagesInBothLanguages() {
        return PAGES.stream().flatMap(page -> Stream.of("zh-CN " + page, "en " + page));
    }

    @ParameterizedTest
    @MethodSource("pagesInBothLanguages")
    void rendersWhole(String page) {
        List<String> words = List.of(page.split(" ", -1));
        String language = words.getFirst();
        String role = words.get(1);
        Browser browser = role.equals("anyone") ? browser(language) : signedIn(role, language);

        HttpResponse<String> answer = browser.get(words.getLast());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<html lang=\"" + language + "\"")
                .containsPattern("<title>[^<]+</title>")
                .containsOnlyOnce("<h1")
                .contains("class=\"skip-link\"")
                .endsWith("</html>\n")
                .doesNotContain("??", "th:", "${", "#{");
        assertThat(answer.body()).doesNotContainPattern(" style=\"| on[a-z]+=\"|<style");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy)
                                .contains("default-src 'none'", "script-src 'self'")
                                .doesNotContain("unsafe"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void asksTheApiInTheLanguageOfThePage(String language) {
        browser(language).get("/products");

        assertThat(API.calls())
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.language()).isEqualTo(language));
    }
}
