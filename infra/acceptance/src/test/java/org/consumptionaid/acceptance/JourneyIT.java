package org.consumptionaid.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The way once, as the three kinds of users go it: list, find, order, ship, weigh, pay, see the
 * ledger.
 */
class JourneyIT extends OnBrowser {

    @Test
    void aBuyerOrdersOfTwoCooperativesReceivesLessAndPaysForWhatCame() {
        String product = "会宁洋芋" + UUID.randomUUID().toString().substring(0, 6);
        Page cooperative = browser.signedIn("cooperative", Browser.DESK);
        list(cooperative, product, "tuber");

        offerFrom20Kg(cooperative);

        Page buyer = browser.signedIn("buyer", Browser.DESK);
        putIntoCart(buyer, product, 1);
        putIntoCart(buyer, "昭通苹果", 2);
        buyer.navigate("/cart");
        assertThat(buyer.getByTestId("cart-supplier")).hasCount(2);
        checkShown(buyer);
        buyer.getByTestId("deliver-to").fill("兰州市城关区食堂后门");
        buyer.getByTestId("place-order").click();
        buyer.waitForURL("**/orders**");
        assertThat(buyer.getByTestId("placed")).isVisible();

        String order = orderWith(buyer, product);
        take(cooperative, order, "action-confirm");
        take(cooperative, order, "action-ship");

        buyer.navigate(order);
        buyer.getByTestId("weighed-kg-1").fill("19.2");
        buyer.getByTestId("jin-1").click();
        buyer.getByTestId("accepted-kg-1").fill("9.6");
        buyer.reload();
        assertThat(buyer.getByTestId("weighed-kg-1")).hasValue("9.6");
        assertThat(buyer.getByTestId("accepted-kg-1")).hasValue("9.6");
        buyer.getByTestId("action-accept").click();
        assertThat(buyer.getByTestId("accepted-amount")).containsText("35.33");

        Page operator = browser.signedIn("operator", Browser.DESK);
        operator.navigate(order);
        operator.getByTestId("payer-name").fill("兰州市国库集中支付中心");
        operator.getByTestId("bank-reference").fill("JT" + UUID.randomUUID());
        operator.getByTestId("action-remittance").click();
        assertThat(operator.getByTestId("paid-amount")).containsText("35.33");

        buyer.navigate(order);
        assertThat(buyer.getByTestId("state").first()).containsText("已付款");
        assertThat(buyer.getByTestId("ledger-entry").first()).isVisible();
        assertThat(buyer.getByTestId("ledger-sum").first()).containsText("0.00");
        checkShown(buyer);
        buyer.navigate("/home");
        assertThat(buyer.getByTestId("counted")).not().hasText("¥0.00");
        cooperative.navigate("/benefits");
        assertThat(cooperative.getByTestId("benefit-amount").first()).isVisible();
    }

    @Test
    void aCanteenPlansNextWeekOrdersNearbyAndPaysByCard() {
        Page canteen = browser.signedIn("canteen", Browser.PHONE);
        canteen.navigate("/need");
        canteen.getByTestId("head-count-6-8").fill("100");
        canteen.getByTestId("head-count-9-11").fill("0");
        canteen.getByTestId("school-days").fill("5");
        canteen.getByTestId("save-head-counts").click();
        assertThat(canteen.getByTestId("need-row").filter(withText("谷薯类"))).containsText("50");
        canteen.getByTestId("need-row")
                .filter(withText("谷薯类"))
                .getByTestId("find-suppliers")
                .click();
        assertThat(canteen.getByTestId("supplier-row").first()).isVisible();
        checkShown(canteen);
        canteen.waitForResponse(
                "**/cart/lines", () -> canteen.getByTestId("add-suggested").first().click());
        canteen.navigate("/cart");
        assertThat(canteen.getByTestId("cart-line")).hasCount(1);
        checkShown(canteen);
    }

    private static HasTextOptions slowly() {
        return new HasTextOptions().setTimeout(30_000);
    }

    @Test
    void aBureauPlansAWeekDecidesOneLineAndItsSchoolHasTheOrders() {
        String week = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusWeeks(3).toString();
        Page canteen = browser.signedIn("canteen", Browser.PHONE);
        canteen.navigate("/need?week=" + week);
        canteen.getByTestId("head-count-9-11").fill("120");
        canteen.getByTestId("school-days").fill("2");
        canteen.getByTestId("save-head-counts").click();
        Page bureau = browser.signedIn("education", Browser.DESK);
        bureau.navigate("/canteens");
        assertThat(bureau.getByTestId("canteen").first()).isVisible();
        checkShown(bureau);
        bureau.navigate("/plans?week=" + week);
        checkShown(bureau);
        bureau.getByTestId("start-plan").click();
        assertThat(bureau.getByTestId("plan-state")).hasText("可采用", slowly());
        assertThat(bureau.getByTestId("plan-line")).not().hasCount(0);
        checkShown(bureau);

        Locator line = bureau.getByTestId("plan-line").first();
        line.locator("summary").click();
        line.locator("select").selectOption("");
        line.locator("input[name=reason]").fill("学校自种");
        line.locator("details button").first().click();
        bureau.getByTestId("plan-again").click();
        assertThat(bureau.getByTestId("plan-state")).hasText("可采用", slowly());
        assertThat(bureau.getByTestId("plan-line").first()).containsText("学校自种");
        Page phone = browser.signedIn("education", Browser.PHONE);
        phone.navigate(bureau.url());
        checkShown(phone);

        bureau.getByTestId("accept-plan").click();
        assertThat(bureau.getByTestId("plan-state")).hasText("已下单", slowly());
        canteen.navigate("/orders");
        assertThat(canteen.getByTestId("order-row").first()).isVisible();
    }

    @Test
    void aSchoolPaysByCardWhatItAccepted() {
        String product = "会宁小米" + UUID.randomUUID().toString().substring(0, 6);
        Page cooperative = browser.signedIn("cooperative", Browser.DESK);
        list(cooperative, product, "tuber");
        Page canteen = browser.signedIn("canteen2", Browser.PHONE);
        putIntoCart(canteen, product, 1);
        canteen.navigate("/cart");
        canteen.getByTestId("place-order").click();
        canteen.waitForURL("**/orders**");
        String order = orderWith(canteen, product);
        take(cooperative, order, "action-confirm");
        take(cooperative, order, "action-ship");
        take(canteen, order, "action-accept");

        canteen.getByTestId("action-card").click();

        assertThat(canteen.getByTestId("payment-state").first()).containsText("成功");
        canteen.navigate(order);
        assertThat(canteen.getByTestId("state").first()).containsText("已付款");
    }

    @Test
    void aUnitFilesItsShareAndAnOrderOfTheWrongUnitIsCorrected() {
        Page buyer = browser.signedIn("buyer", Browser.DESK);
        buyer.getByTestId("go-reserve").click();
        buyer.getByTestId("budget").fill("100000");
        buyer.getByTestId("share").fill("9");
        buyer.getByTestId("file-reserve").click();
        assertThat(buyer.getByTestId("refusal")).isVisible();
        browser.forgetErrors();
        assertThat(buyer.getByTestId("budget")).hasValue("100000");
        buyer.getByTestId("share").fill("10");
        buyer.getByTestId("file-reserve").click();
        assertThat(buyer.getByTestId("filed")).containsText("10,000.00");
        checkShown(buyer);

        String product = "会宁扁豆" + UUID.randomUUID().toString().substring(0, 6);
        Page cooperative = browser.signedIn("cooperative", Browser.DESK);
        list(cooperative, product, "tuber");
        putIntoCart(buyer, product, 1);
        buyer.navigate("/cart");
        buyer.getByTestId("place-order").click();
        buyer.waitForURL("**/orders**");
        String order = orderWith(buyer, product);
        take(cooperative, order, "action-confirm");
        buyer.navigate(order);
        buyer.getByTestId("correct-unit").click();
        buyer.getByTestId("unit-name").fill("昆明市图书馆（演示）");
        buyer.getByTestId("correction-reason").fill("代图书馆采购");
        buyer.getByTestId("send-correction").click();
        assertThat(buyer.getByTestId("correction-state").first()).containsText("审批中");
        checkShown(buyer);

        for (String who : List.of("operator", "buyer2")) {
            Page page = browser.signedIn(who, Browser.PHONE);
            page.navigate("/corrections");
            checkShown(page);
            page.getByTestId("agree").first().click();
        }
        buyer.navigate("/corrections");
        assertThat(buyer.getByTestId("correction-state").first()).containsText("已更正");
        Page other = browser.signedIn("buyer2", Browser.PHONE);
        other.navigate("/reserve");
        assertThat(other.getByTestId("committed")).containsText("36.80");
        checkShown(other);
    }

    @Test
    void aSchoolPaysWithAWalletAndIsPaidBack() {
        String product = "会宁亚麻" + UUID.randomUUID().toString().substring(0, 6);
        Page cooperative = browser.signedIn("cooperative", Browser.DESK);
        list(cooperative, product, "tuber");
        Page canteen = browser.signedIn("canteen2", Browser.PHONE);
        putIntoCart(canteen, product, 1);
        canteen.navigate("/cart");
        canteen.getByTestId("place-order").click();
        canteen.waitForURL("**/orders**");
        String order = orderWith(canteen, product);
        take(cooperative, order, "action-confirm");
        take(cooperative, order, "action-ship");
        take(canteen, order, "action-accept");

        canteen.getByTestId("pay-ALIPAY").check();
        canteen.getByTestId("action-card").click();
        checkShown(canteen);
        canteen.getByTestId("go-pay").click();
        canteen.locator("#pay").click();
        canteen.waitForURL("**" + order);
        assertThat(canteen.getByTestId("payment-state").first()).containsText("成功");
        complain(canteen, order, "ALLOWANCE", "6.80");
        cooperative.navigate("/home");
        cooperative.getByTestId("open-complaint").first().getByRole(AriaRole.LINK).click();
        cooperative.getByTestId("decide-AGREE").click();

        Page operator = browser.signedIn("operator", Browser.DESK);
        operator.navigate(order);
        assertThat(operator.getByTestId("card-refund-amount")).hasValue("6.80");
        operator.getByTestId("action-card-refund").click();
        assertThat(operator.getByTestId("payment").filter(withText("退回银行卡或钱包"))).containsText("成功");
        assertThat(operator.getByTestId("paid-amount")).containsText("30.00");
        checkShown(operator);
        operator.navigate("/disputes");
        checkShown(operator);
    }

    private static void complain(Page page, String order, String kind, String amount) {
        page.navigate(order + "/complaints/new");
        page.getByTestId("kind-" + kind).check();
        page.getByTestId("amount-1").fill(amount);
        page.getByTestId("complaint-reason").fill("有烂的");
        page.getByTestId("send-complaint").click();
    }

    @Test
    void goodsThatAreBadGoBackAndAreCreditedByTheWeightThatArrives() {
        String product = "会宁胡麻" + UUID.randomUUID().toString().substring(0, 6);
        Page cooperative = browser.signedIn("cooperative", Browser.DESK);
        list(cooperative, product, "tuber");
        Page canteen = browser.signedIn("canteen2", Browser.PHONE);
        putIntoCart(canteen, product, 2);
        canteen.navigate("/cart");
        canteen.getByTestId("place-order").click();
        canteen.waitForURL("**/orders**");
        String first = orderWith(canteen, product);
        canteen.navigate(first);
        canteen.getByTestId("wanted-1").fill("1");
        canteen.getByTestId("action-change").click();
        assertThat(canteen.getByTestId("replaces")).isVisible();
        String order = URI.create(canteen.url()).getPath();
        take(cooperative, order, "action-confirm");
        take(cooperative, order, "action-ship");
        take(canteen, order, "action-accept");

        canteen.getByTestId("action-complain").click();
        canteen.getByTestId("amount-1").fill("4");
        canteen.getByTestId("complaint-reason").fill("四公斤发芽");
        canteen.getByTestId("evidence")
                .setInputFiles(
                        new FilePayload(
                                "发芽.pdf", "application/pdf", "%PDF-1.7 %%EOF".getBytes(UTF_8)));
        checkShown(canteen);
        canteen.getByTestId("send-complaint").click();
        assertThat(canteen.getByTestId("complaint-state")).containsText("待合作社答复");
        checkShown(canteen);

        cooperative.navigate("/home");
        cooperative.getByTestId("open-complaint").first().getByRole(AriaRole.LINK).click();
        assertThat(cooperative.getByTestId("evidence-file")).hasText("发芽.pdf");
        cooperative.getByTestId("decide-AGREE").click();
        cooperative.getByTestId("arrivedKg-1").fill("3.5");
        checkShown(cooperative);
        cooperative.getByTestId("receive").click();

        assertThat(cooperative.getByTestId("credited")).containsText("12.88");
        canteen.navigate(order);
        assertThat(canteen.getByTestId("accepted-amount")).containsText("23.92");
        assertThat(canteen.getByTestId("order-complaint")).containsText("已贷记");
        checkShown(canteen);
    }

    @Test
    void aRemittanceWithItsCodeFindsItsOrderByItself() {
        String product = "会宁荞麦" + UUID.randomUUID().toString().substring(0, 6);
        Page cooperative = browser.signedIn("cooperative", Browser.DESK);
        list(cooperative, product, "tuber");
        Page buyer = browser.signedIn("buyer2", Browser.PHONE);
        putIntoCart(buyer, product, 1);
        buyer.navigate("/cart");
        buyer.getByTestId("place-order").click();
        buyer.waitForURL("**/orders**");
        String order = orderWith(buyer, product);
        take(cooperative, order, "action-confirm");
        take(cooperative, order, "action-ship");
        take(buyer, order, "action-accept");
        buyer.getByTestId("payment-note").click();
        String code = buyer.getByTestId("remittance-code").innerText();
        checkShown(buyer);

        Page operator = browser.signedIn("operator", Browser.DESK);
        operator.navigate("/reconciliation");
        String statement =
                "交易日期,贷方发生额,对方户名,对方账号,交易流水号,摘要\n20261124,36.80,昆明市图书馆（演示）,6222,%s,货款 %s\n"
                        .formatted(UUID.randomUUID(), code);
        operator.getByTestId("statement-file")
                .setInputFiles(
                        new FilePayload(
                                "11月.csv",
                                "text/csv",
                                statement.getBytes(Charset.forName("GB18030"))));
        operator.getByTestId("import-statement").click();

        assertThat(operator.getByTestId("posted").first()).hasText("1");
        checkShown(operator);
        buyer.navigate(order);
        assertThat(buyer.getByTestId("state").first()).containsText("已付款");
    }

    @Test
    void twoPeoplePayACooperativeOutAndItSeesItsStatement() throws IOException {
        Page first = browser.signedIn("operator", Browser.DESK);
        first.navigate("/payouts");
        assertThat(first.getByTestId("payable-cooperative").first()).isVisible();
        first.getByTestId("prepare-batch").click();
        assertThat(first.getByTestId("batch-state")).hasText("待复核");
        first.getByTestId("release").click();
        assertThat(first.getByTestId("first-release")).not().hasText("–");
        checkShown(first);
        String batch = first.url();

        Page second = browser.signedIn("operator2", Browser.PHONE);
        second.navigate(batch);
        second.getByTestId("release").click();
        assertThat(second.getByTestId("batch-state")).hasText("已放行");
        Path file = second.waitForDownload(() -> second.getByTestId("batch-file").click()).path();
        assertThat(Files.readString(file)).startsWith("\uFEFF").contains("货款 B");
        checkShown(second);

        Page cooperative = browser.signedIn("cooperative", Browser.DESK);
        cooperative.navigate("/statements");
        assertThat(cooperative.getByTestId("statement-line").first()).isVisible();
        Path paper =
                cooperative
                        .waitForDownload(() -> cooperative.getByTestId("statement-pdf").click())
                        .path();
        assertThat(Files.readAllBytes(paper)).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void anyoneFiltersOpensAProductAndChecksItsCertificate() {
        Page visitor = browser.window(Browser.DESK, "zh-CN");
        visitor.navigate("/products?q=洋芋");
        assertThat(visitor.getByTestId("product-card").filter(withText("会宁县"))).not().hasCount(0);
        visitor.getByTestId("product-card")
                .filter(withText("会宁洋芋"))
                .first()
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        checkShown(visitor);
        assertThat(visitor.getByTestId("prices-chart").locator("canvas")).isVisible();
        assertThat(visitor.getByTestId("price")).not().hasCount(0);
        Page phone = browser.window(Browser.PHONE, "zh-CN");
        phone.navigate(visitor.url());
        assertThat(phone.getByTestId("prices-chart").locator("canvas")).isVisible();
        checkShown(phone);
        visitor.getByTestId("certificate").first().click();
        visitor.waitForURL("**/certificates/**");
        assertThat(visitor.getByTestId("certificate-state")).containsText("有效");
        checkShown(visitor);
        visitor.navigate("/products?q=猕侯桃");
        assertThat(visitor.getByTestId("notice")).isVisible();
        checkShown(visitor);
    }

    @Test
    void everyPageIsUsableByKeyboardAndScreenReaderAndOnAPhone() {
        List<String> visitorPages = List.of("/", "/products?q=洋芋", "/certificates", "/sign-in");
        for (int width : List.of(Browser.DESK, Browser.PHONE)) {
            check(browser.window(width, "zh-CN"), visitorPages);
            check(
                    browser.signedIn("buyer2", width),
                    List.of("/home", "/cart", "/orders", "/payments"));
            check(browser.signedIn("canteen2", width), List.of("/home", "/need"));
            check(
                    browser.signedIn("cooperative2", width),
                    List.of(
                            "/home",
                            "/listing",
                            "/listing/new",
                            "/listing/delivery",
                            "/benefits",
                            "/payments",
                            "/statements"));
            check(
                    browser.signedIn("operator", width),
                    List.of(
                            "/home",
                            "/orders",
                            "/payments",
                            "/reconciliation",
                            "/payouts",
                            "/benefits",
                            "/reconciliation/banks/demo"));
            check(browser.signedIn("auditor", width), List.of("/home", "/benefits"));
            check(browser.signedIn("county", width), List.of("/home"));
        }
    }

    @Test
    void sortsAndTakesAwayWhatATableShows() throws IOException {
        Page operator = browser.signedIn("operator", Browser.DESK);
        Locator orders = operator.locator("table[data-list=days] thead button");
        orders.last().click();
        orders.last().click();
        String[] amounts =
                operator.locator("table[data-list=days] tbody td:last-child")
                        .allInnerTexts()
                        .toArray(String[]::new);

        Path file =
                operator.waitForDownload(() -> operator.getByTestId("export").first().click())
                        .path();

        assertThat(amounts[amounts.length - 1]).isEqualTo("¥0.00");
        assertThat(Files.readString(file)).startsWith("\uFEFF").contains("\"¥0.00\"");
    }

    @Test
    void speaksEnglishToWhoPrefersIt() {
        Page visitor = browser.window(Browser.DESK, "en-GB");
        visitor.navigate("/products?q=nothingofthisname");

        assertThat(visitor.getByTestId("empty")).isVisible();
        assertThat(visitor.title()).doesNotContainPattern("[\\u4e00-\\u9fff]{6}");
        assertThat(visitor.locator("html").getAttribute("lang")).startsWith("en");
    }

    /** For the product that was listed last. */
    private static void offerFrom20Kg(Page cooperative) {
        cooperative.navigate("/listing");
        cooperative.getByTestId("offers").first().click();
        cooperative.getByTestId("offer-min").fill("20");
        cooperative.getByTestId("offer-price").fill("3.50");
        cooperative.getByTestId("add-offer").click();
        assertThat(cooperative.getByTestId("offer")).containsText("20 公斤");
        checkShown(cooperative);
    }

    private static void putIntoCart(Page page, String product, int quantity) {
        Locator card = page.getByTestId("product-card").filter(withText(product));
        for (int i = 0; i < 20 && card.count() == 0; i++) {
            page.navigate("/products?q=" + product);
            page.waitForTimeout(200);
        }
        card.first().getByRole(AriaRole.LINK).first().click();
        page.getByTestId("quantity").fill(Integer.toString(quantity));
        page.waitForResponse("**/cart/lines", () -> page.getByTestId("add-to-cart").click());
    }

    private static String orderWith(Page page, String product) {
        page.navigate("/orders");
        page.getByTestId("order-row").filter(withText(product)).getByTestId("order-number").click();
        page.waitForURL("**/orders/*");
        return page.url();
    }

    private static void take(Page page, String order, String action) {
        page.navigate(order);
        page.getByTestId(action).click();
        assertThat(page.getByTestId(action)).hasCount(0);
    }
}
