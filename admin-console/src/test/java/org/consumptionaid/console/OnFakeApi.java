package org.consumptionaid.console;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole console on a port of its own, over {@link FakeApi}. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class OnFakeApi {

    static final FakeApi API = FakeApi.start(0);

    @LocalServerPort int port;

    @DynamicPropertySource
    static void api(DynamicPropertyRegistry registry) {
        registry.add("marketplace.api.url", () -> "http://localhost:" + API.port());
    }

    @BeforeEach
    void forget() {
        API.reset();
    }

    Browser browser(String language) {
        return new Browser("http://localhost:" + port, language);
    }

    Browser signedIn(String role, String language) {
        Browser browser = browser(language);
        browser.signIn(role);
        return browser;
    }

    /** What the console last asked of the API there, or below. */
    static FakeApi.Call last(String method, String path) {
        return API.calls().stream()
                .filter(call -> call.method().equals(method) && call.path().startsWith(path))
                .toList()
                .getLast();
    }
}
