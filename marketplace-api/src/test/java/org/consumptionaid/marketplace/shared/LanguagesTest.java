package org.consumptionaid.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en                         | en",
                "en-GB,en;q=0.9             | en",
                "fr, en;q=0.5               | en",
                "zh-CN,zh;q=0.9,en;q=0.8    | zh_CN",
                "zh-TW                      | zh_CN",
                "en;q=0.5, zh;q=0.9         | zh_CN",
                "fr                         | zh_CN",
                "*                          | zh_CN"
            })
    void answersInTheLanguageThatIsPreferred(String header, String expected) {
        assertThat(of(header)).hasToString(expected);
    }

    @Test
    void answersInChineseIfNothingIsSaid() {
        MockServerWebExchange exchange =
                MockServerWebExchange.from(MockServerHttpRequest.get("/").build());

        assertThat(Languages.of(exchange)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    /** The header comes from outside: {@code LanguageRange.parse} throws on most nonsense. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en_US", "x;y;z", "en;q=2", "'，'", "-"})
    void answersInChineseIfNonsenseIsSaid(String header) {
        assertThat(of(header)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    private static Locale of(String header) {
        return Languages.of(
                MockServerWebExchange.from(
                        MockServerHttpRequest.get("/").header("Accept-Language", header).build()));
    }
}
