package org.consumptionaid.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chromium, as people use the console. Collects what a person would not see: page errors and axe
 * findings.
 */
final class Browser implements AutoCloseable {
    static final int DESK = 1280;
    static final int PHONE = 390;

    private static final int HEIGHT = 900;
    private static final double PATIENCE_MILLIS = 20_000;
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> errors = new ArrayList<>();

    Browser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        this.playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright.selectors().setTestIdAttribute("data-test");
        this.chromium =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable())
                                        .setArgs(FLAGS));
    }

    /** A person's own window, signed in nowhere. */
    Page window(int width, String language) {
        BrowserContext context =
                chromium.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setBaseURL(SharedStack.STACK.consoleUrl())
                                .setViewportSize(width, HEIGHT)
                                .setLocale(language));
        Page page = context.newPage();
        page.onConsoleMessage(this::keep);
        page.onPageError(errors::add);
        page.onDialog(Dialog::accept); // a person who is asked says yes
        return page;
    }

    /** A window of a demonstration account. */
    Page signedIn(String username, int width) {
        Page page = window(width, "zh-CN");
        page.navigate("/sign-in");
        page.getByTestId("username").fill(username);
        page.getByTestId("password").fill("demo");
        page.getByTestId("sign-in").click();
        page.waitForURL("**/home");
        return page;
    }

    /** What a screen reader or a keyboard user would stumble over, seriously or critically. */
    static List<String> graveFindings(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule -> page.url() + " " + describe(rule))
                        .toList();
    }

    static boolean scrollsSideways(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    }

    /** Errors the pages wrote, a refusal by the content security policy among them. */
    List<String> errors() {
        return errors;
    }

    /** After a test that wants a page which the browser itself notes as an error. */
    void forgetErrors() {
        errors.clear();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private void keep(ConsoleMessage message) {
        if (message.type().equals("error")) {
            errors.add(message.text());
        }
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().getFirst().getHtml();
    }

    private static Path executable() {
        return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "no Chromium; infra/verify says how to install it"));
    }
}
