package org.consumptionaid.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Looking for produce with a keyboard and with a thumb. */
class SearchJourneyIT {
    private static final Browser BROWSER = new Browser();

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(BROWSER.errors()).isEmpty();
    }

    @Test
    void choosesASuggestionWithTheKeyboard() {
        Page page = BROWSER.window(Browser.DESK, "zh-CN");
        page.navigate("/");
        Locator box = page.getByTestId("search-box");

        box.pressSequentially("huining");
        assertThat(page.getByTestId("suggestion").filter(withText("会宁县"))).isVisible();
        assertThat(box).hasAttribute("aria-expanded", "true");
        checkShown(page);
        box.press("Escape");
        assertThat(box).hasAttribute("aria-expanded", "false");
        box.pressSequentially("yang");
        assertThat(box).hasAttribute("aria-expanded", "true");
        assertThat(page.getByTestId("suggestion").first()).containsText("会宁");
        box.press("ArrowDown");
        assertThat(box).hasAttribute("aria-activedescendant", "suggestion-0");
        box.press("Enter");

        page.waitForURL("**/products?q=**");
        assertThat(page.getByTestId("product-card").first()).containsText("会宁");
    }

    @Test
    void narrowsDownOnAPhoneAndTakesItBack() {
        Page page = BROWSER.window(Browser.PHONE, "zh-CN");
        page.navigate("/products?q=苹果");
        String all = page.getByTestId("total").textContent();

        page.getByTestId("open-filters").click();
        assertThat(page.getByTestId("facet-province-甘肃省")).isVisible();
        checkShown(page);
        page.getByTestId("facet-province-甘肃省").click();
        page.waitForURL("**province=**");
        assertThat(page.getByTestId("product-card").first()).containsText("甘肃省");
        page.getByTestId("open-filters").click();
        assertThat(page.getByTestId("facet-province-陕西省"))
                .isVisible(); // its siblings are still there
        page.getByTestId("facet-season-now").click();
        assertThat(page.getByTestId("chip-season")).isVisible();
        checkShown(page);

        page.getByTestId("chip-province").click();
        page.waitForURL(Pattern.compile(".*season=now$"));
        page.getByTestId("clear-filters").click();
        assertThat(page.getByTestId("total")).hasText(all);
    }

    @Test
    void goesDownTheTreeOfCategoriesAndKnowsTheWayBack() {
        Page page = BROWSER.window(Browser.DESK, "zh-CN");
        page.navigate("/");
        page.getByTestId("all-categories").locator("summary").click();
        checkShown(page);
        page.getByTestId("category-below").filter(withText("马铃薯")).click();

        page.waitForURL("**category=tuber-potato");
        assertThat(page.getByTestId("facet-category-tuber-sweet")).isVisible();
        assertThat(page.getByTestId("facet-category-fruit")).isVisible();
        checkShown(page);
        page.getByTestId("product-card").first().getByRole(AriaRole.LINK).first().click();
        assertThat(page.getByTestId("crumb")).hasText(new String[] {"薯类", "马铃薯"});

        page.getByTestId("crumb").first().click();
        page.waitForURL("**category=tuber");
        page.getByTestId("facet-category-tuber-yam").click();
        page.waitForURL("**category=tuber-yam");
        assertThat(page.getByTestId("product-card").first()).containsText("山药");
    }

    @Test
    void sortsByTheDistanceFromTheBuyersCounty() {
        Page page = BROWSER.signedIn("canteen", Browser.DESK);
        page.navigate("/products?category=tuber");

        page.getByTestId("sort").selectOption("distance");

        page.waitForURL("**sort=distance**");
        assertThat(page.getByTestId("product-card").first()).containsText("甘肃省");
        checkShown(page);
    }

    private static void checkShown(Page page) {
        assertThat(Browser.graveFindings(page)).isEmpty();
        assertThat(Browser.scrollsSideways(page)).isFalse();
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
