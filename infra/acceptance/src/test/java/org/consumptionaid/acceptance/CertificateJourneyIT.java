package org.consumptionaid.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A certificate's whole way, as the cooperative, both offices and anyone go it. */
class CertificateJourneyIT extends OnBrowser {
    private static final Api API = new Api(SharedStack.STACK.apiUrl());
    private static final Duration TIME_TO_LIST_AND_FIND = Duration.ofSeconds(45);
    private static final Duration LATEST = Duration.ofSeconds(2);

    @ParameterizedTest
    @CsvSource({"1280, egg, REVOKE", "390, oil, EXPIRE"})
    void leadsFromTheApplicationToASaleAndToItsEnd(int width, String category, String end)
            throws SQLException {
        Page cooperative = browser.signedIn("cooperative", width);
        Page county = browser.signedIn("county", width);
        Page province = browser.signedIn("province", width);
        Page anyone = browser.window(width, "zh-CN");
        String old = inForce(category);
        decide(province, old, "REVOKE", "抽检不合格，重新认证");

        String file = apply(cooperative, old);
        returnWithAReason(county, file);
        correct(cooperative, file);
        approveFromHome(county, file, "省级审核中");
        approveFromHome(province, file, "公示中");
        String number = province.getByTestId("public-page").textContent();
        seeOnNotice(anyone, number);
        String product = "会宁" + category + UUID.randomUUID().toString().substring(0, 6);
        offer(cooperative, product, category);
        assertThat(cooperative.getByTestId("refusal")).containsText("产品认证证书");

        Instant until = Instant.now().plus(TIME_TO_LIST_AND_FIND);
        passNotice(number, end.equals("EXPIRE") ? until : until.plus(Duration.ofDays(700)));
        list(cooperative, product, category);
        find(anyone, product);
        seeState(anyone, number, "有效");
        if (end.equals("REVOKE")) {
            decide(province, file, "REVOKE", "冒用产地");
            until = Instant.now();
        }

        assertThat(goneAt(anyone, product, until)).isBefore(until.plus(LATEST));
        seeState(anyone, number, end.equals("REVOKE") ? "已吊销" : "已过期");
        List.of(cooperative, county, province, anyone).forEach(page -> page.context().close());
    }

    @Test
    void tellsAMistypedNumberFromAnUnknownOne() {
        Page anyone = browser.window(Browser.PHONE, "zh-CN");
        anyone.navigate("/certificates");
        anyone.getByTestId("certificate-number").fill("Z00000018");
        anyone.getByTestId("check-certificate").click();
        assertThat(anyone.getByTestId("certificate-unknown")).containsText("校验");
        checkShown(anyone);
        browser.errors().clear(); // the browser writes down every 404
    }

    @Test
    void everyPageOfCertificationIsUsableByKeyboardAndScreenReaderAndOnAPhone() {
        for (int width : List.of(Browser.DESK, Browser.PHONE)) {
            check(
                    browser.signedIn("cooperative2", width),
                    List.of("/home", "/certifications", "/certifications/new"));
            check(browser.signedIn("county", width), List.of("/home", "/certifications"));
            check(browser.signedIn("province", width), List.of("/home", "/certifications"));
            check(browser.signedIn("operator", width), List.of("/certifications"));
        }
    }

    private static String inForce(String category) {
        String next = "";
        do {
            JsonNode page = API.get("cooperative", "/certifications?cursor=" + next).body();
            for (JsonNode one : page.get("items")) {
                if (one.path("category").asString("").equals(category)
                        && one.get("phase").asString().equals("IN_FORCE")) {
                    return one.get("id").asString();
                }
            }
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        throw new IllegalStateException("no certificate of " + category);
    }

    private static void decide(Page office, String file, String action, String reason) {
        office.navigate("/certifications/" + file);
        office.getByTestId("reason").fill(reason);
        office.getByTestId("decide-" + action).click();
        assertThat(office.getByTestId("toast").first()).isVisible();
    }

    /** Again for what an older certificate was for, after a slip of the keyboard. */
    private static String apply(Page cooperative, String old) {
        cooperative.navigate("/certifications/" + old);
        assertThat(cooperative.getByTestId("objection")).containsText("重新认证");
        cooperative.getByTestId("renew").click();
        String amount = cooperative.getByTestId("season-amount-0").inputValue();
        cooperative.getByTestId("season-amount-0").fill("很多");
        cooperative.getByTestId("send-application").click();
        assertThat(cooperative.locator(".field-error")).hasCount(1);
        checkShown(cooperative);
        browser.errors().clear(); // the browser writes down every 422
        cooperative.getByTestId("season-amount-0").fill(amount);
        cooperative.getByTestId("certification-statement").fill("今年的规模和上年产量");
        cooperative.getByTestId("send-application").click();
        assertThat(cooperative.getByTestId("phase")).containsText("县级审核中");
        checkShown(cooperative);
        String url = cooperative.url();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static void returnWithAReason(Page county, String file) {
        openFromHome(county, file);
        county.getByTestId("decide-RETURN").click();
        assertThat(county.locator("#error-reason")).isVisible();
        browser.errors().clear();
        county.getByTestId("reason").fill("请补充依据");
        county.getByTestId("decide-RETURN").click();
        assertThat(county.getByTestId("phase")).containsText("退回补正");
    }

    private static void correct(Page cooperative, String file) {
        openFromHome(cooperative, file);
        assertThat(cooperative.getByTestId("objection")).containsText("请补充依据");
        checkShown(cooperative);
        cooperative.getByTestId("certification-statement").fill("补充：土地承包合同和上年销售记录");
        cooperative.getByTestId("resubmit").click();
        assertThat(cooperative.getByTestId("phase")).containsText("县级审核中");
    }

    private static void approveFromHome(Page office, String file, String then) {
        openFromHome(office, file);
        checkShown(office);
        office.getByTestId("decide-APPROVE").click();
        assertThat(office.getByTestId("phase")).containsText(then);
    }

    private static void openFromHome(Page page, String file) {
        page.navigate("/home");
        page.getByTestId("waiting").locator("a[href$='/" + file + "']").click();
        page.waitForURL("**/certifications/" + file);
    }

    private static void seeOnNotice(Page anyone, String number) {
        seeState(anyone, number, "公示中");
        assertThat(anyone.getByTestId("notice-until")).isVisible();
        assertThat(anyone.getByTestId("certificate-events")).containsText("请补充依据");
        assertThat(
                        anyone.getByTestId("qr")
                                .evaluate("image => image.complete && image.naturalWidth > 0"))
                .isEqualTo(true);
        checkShown(anyone);
    }

    private static void seeState(Page anyone, String number, String state) {
        anyone.navigate("/certificates/" + number);
        assertThat(anyone.getByTestId("certificate-state")).hasText(state);
    }

    private static void find(Page anyone, String product) {
        for (int i = 0; i < 50 && shown(anyone, product) == 0; i++) {
            anyone.waitForTimeout(200);
        }
        assertThat(anyone.getByTestId("product-card").filter(withText(product))).isVisible();
    }

    /** The beginning of the first look, from a moment on, that does not show the product. */
    private static Instant goneAt(Page anyone, String product, Instant moment) {
        Instant look;
        int shown;
        do {
            look = Instant.now();
            shown = shown(anyone, product);
        } while (shown > 0 && look.isBefore(moment.plus(LATEST.multipliedBy(5))));
        assertThat(look).as("nothing is hidden before its time").isAfter(moment.minus(LATEST));
        return look;
    }

    private static int shown(Page anyone, String product) {
        anyone.navigate("/products?q=" + product);
        Locator card = anyone.getByTestId("product-card").filter(withText(product));
        return card.count();
    }

    /** Days go by for this certificate alone. */
    private static void passNotice(String number, Instant until) throws SQLException {
        try (Connection connection = DriverManager.getConnection(SharedStack.STACK.databaseUrl());
                PreparedStatement update =
                        connection.prepareStatement(
                                """
                                UPDATE certificate SET notice_until = now(), valid_from = now(), valid_until = ?
                                WHERE number = ?
                                """)) {
            update.setTimestamp(1, Timestamp.from(until));
            update.setString(2, number);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
