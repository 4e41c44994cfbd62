package org.consumptionaid.console.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;

class FormatsTest {

    private final Formats format = new Formats(new StaticMessageSource());

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "0, ¥0.00",
        "5, ¥0.05",
        "123450, '¥1,234.50'",
        "-500, -¥5.00",
        "9223372036854775807, '¥92,233,720,368,547,758.07'"
    })
    void writesFenAsYuan(long fen, String shown) {
        assertThat(format.money(fen)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "9600, 9.6 公斤, 9.6 kg",
        "500, 0.5 公斤, 0.5 kg",
        "1234567, '1,234.567 公斤', '1,234.567 kg'"
    })
    void writesGramsAsKilograms(long grams, String chinese, String english) {
        assertThat(in(Locale.SIMPLIFIED_CHINESE).weight(grams)).isEqualTo(chinese);
        assertThat(in(Locale.ENGLISH).weight(grams)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.001", "9600, 9.6", "60000, 60", "1000000, 1000"})
    void fillsAFieldThatReadsBackTheSame(long grams, String typed) {
        assertThat(format.kilograms(grams)).isEqualTo(typed);
        assertThat(Amounts.grams("f", typed)).isEqualTo(grams);
    }

    @Test
    void writesDatesInChina() {
        Instant lateEveningUtc = Instant.parse("2026-11-22T16:05:00Z");

        assertThat(in(Locale.SIMPLIFIED_CHINESE).moment(lateEveningUtc))
                .isEqualTo("2026年11月23日 00:05");
        assertThat(in(Locale.ENGLISH).day(lateEveningUtc)).isEqualTo("23 Nov 2026");
        assertThat(in(Locale.ENGLISH).day(LocalDate.of(2026, 11, 23))).isEqualTo("23 Nov 2026");
        assertThat(in(Locale.SIMPLIFIED_CHINESE).day("2026-11-23")).isEqualTo("2026年11月23日");
        assertThat(format.day("2026-11-22T16:05:00Z")).isEqualTo("2026年11月23日");
    }

    @Test
    void writesASeasonAcrossTheYear() {
        assertThat(in(Locale.SIMPLIFIED_CHINESE).season(9, 2)).isEqualTo("9月–次年2月");
        assertThat(in(Locale.ENGLISH).season(9, 2)).isEqualTo("Sep–Feb");
        assertThat(format.season(null, 2)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1234.50, 123450", "'1,234.5', 123450", "¥12, 1200", "' 0.01 ', 1", "-3, -300"})
    void readsYuanExactly(String typed, long fen) {
        assertThat(Amounts.fen("f", typed)).isEqualTo(fen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.005", "abc", "1e400", "12345678901234567890", "NaN"})
    void refusesWhatIsNoAmount(String typed) {
        assertThatThrownBy(() -> Amounts.fen("f", typed)).isInstanceOf(Amounts.Unreadable.class);
    }

    private Formats in(Locale language) {
        LocaleContextHolder.setLocale(language);
        return format;
    }
}
