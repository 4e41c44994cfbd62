package org.consumptionaid.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/orders", "/products?q=%E8%8B%B9&sort=price", "/orders/01-x#top"})
    void keepsALocalPath(String path) {
        assertThat(ReturnPath.of(path).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "orders",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=1",
                "/\t/evil.example",
                "/sign-in?return=/"
            })
    void goesHomeInsteadOfElsewhere(String path) {
        assertThat(ReturnPath.of(path).path()).isEqualTo("/home");
    }
}
