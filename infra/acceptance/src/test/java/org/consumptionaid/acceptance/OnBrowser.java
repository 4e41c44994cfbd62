package org.consumptionaid.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests that look at the running marketplace as people do, in one browser a class. */
abstract class OnBrowser {
    static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        List<String> errors = List.copyOf(browser.errors());
        browser.close();
        assertThat(errors).as("errors the pages wrote").isEmpty();
    }

    /** Opens these pages and holds each to {@link #checkShown}. */
    static void check(Page page, List<String> paths) {
        for (String path : paths) {
            page.navigate(path);
            checkShown(page);
        }
        page.context().close();
    }

    /** Usable with a keyboard, a screen reader and on the width it has. */
    static void checkShown(Page page) {
        assertThat(Browser.graveFindings(page)).isEmpty();
        assertThat(Browser.scrollsSideways(page)).as(page.url()).isFalse();
    }

    /** Fills in the form of a new product and sends it. */
    static void offer(Page cooperative, String product, String category) {
        cooperative.navigate("/listing");
        cooperative.getByTestId("new-product").first().click();
        cooperative.getByTestId("product-name").fill(product);
        cooperative
                .getByTestId("product-category")
                .selectOption(new SelectOption().setValue(category));
        cooperative.getByTestId("product-unit").fill("箱");
        cooperative.getByTestId("product-weight").fill("10");
        cooperative.getByTestId("product-price").fill("36.80");
        cooperative.getByTestId("product-available").fill("40");
        cooperative.getByTestId("save-product").click();
    }

    /** Lists a product that may be listed. */
    static void list(Page cooperative, String product, String category) {
        offer(cooperative, product, category);
        assertThat(cooperative.getByTestId("own-product").filter(withText(product))).isVisible();
    }

    static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
