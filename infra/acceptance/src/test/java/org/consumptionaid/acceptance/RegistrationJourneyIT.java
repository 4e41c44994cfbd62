package org.consumptionaid.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How an organisation comes to trade here. */
class RegistrationJourneyIT extends OnBrowser {
    private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };

    @Test
    void registersOnAPhoneAndSignsInOnceTheOperatorHasApproved() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        Page applicant = browser.window(Browser.PHONE, "zh-CN");
        applicant.navigate("/sign-in");
        applicant.getByTestId("go-register").click();
        checkShown(applicant);
        fill(applicant, unique, "91620422MA00000001");
        applicant.getByTestId("register").click();
        assertThat(applicant.locator("#error-creditCode")).isVisible();
        checkShown(applicant);
        browser.errors().clear(); // the browser writes down every 422
        fill(applicant, unique, creditCode(unique));
        applicant.getByTestId("register").click();
        assertThat(applicant.getByTestId("registration-state")).hasText("待审核");
        checkShown(applicant);

        Page operator = browser.signedIn("operator", Browser.DESK);
        operator.getByTestId("waiting-registrations").click();
        checkShown(operator);
        Locator waiting = operator.getByTestId("registration").filter(withText(unique));
        waiting.getByTestId("approve-registration").click();
        assertThat(operator.getByTestId("registration").filter(withText(unique))).hasCount(0);

        applicant.reload();
        assertThat(applicant.getByTestId("registration-state")).hasText("已通过");
        applicant.navigate("/sign-in");
        applicant.getByTestId("username").fill("u" + unique);
        applicant.getByTestId("password").fill("a long secret");
        applicant.getByTestId("sign-in").click();
        applicant.waitForURL("**/home");
    }

    @Test
    void everyPageOfRegistrationIsUsableByKeyboardAndScreenReaderAndOnAPhone() {
        for (int width : List.of(Browser.DESK, Browser.PHONE)) {
            check(browser.window(width, "zh-CN"), List.of("/register", "/register/state"));
            check(browser.signedIn("operator", width), List.of("/home", "/registrations"));
        }
    }

    private static void fill(Page page, String unique, String creditCode) {
        page.getByTestId("registration-kind").selectOption("COOPERATIVE");
        page.getByTestId("registration-name").fill("会宁县" + unique + "专业合作社");
        page.getByTestId("registration-creditCode").fill(creditCode);
        page.getByTestId("registration-county").fill("会宁县");
        page.getByTestId("registration-bankName").fill("农业银行会宁支行");
        page.getByTestId("registration-bankAccount").fill("6228480402564890018");
        page.getByTestId("registration-contactName").fill("马建国");
        page.getByTestId("registration-contactPhone").fill("13800000000");
        page.getByTestId("registration-username").fill("u" + unique);
        page.getByTestId("registration-password").fill("a long secret");
    }

    /** GB 32100-2015. */
    private static String creditCode(String unique) {
        int digits = Math.floorMod(unique.hashCode(), 1_000_000_000);
        String body = "93" + "620422" + "%09d".formatted(digits);
        int sum =
                IntStream.range(0, body.length())
                        .map(i -> CODE_CHARACTERS.indexOf(body.charAt(i)) * WEIGHTS[i])
                        .sum();
        return body + CODE_CHARACTERS.charAt(Math.floorMod(31 - sum % 31, 31));
    }
}
