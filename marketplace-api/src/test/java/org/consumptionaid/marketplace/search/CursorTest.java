package org.consumptionaid.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.consumptionaid.marketplace.shared.SharedRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final String ID = UUID.randomUUID().toString();

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 3.1415927, 1.7976931348623157e308, 1_784_000_000_123.0})
    void readsBackTheExactPlaceItWrote(double rank) {
        Cursor cursor = new Cursor(rank, ID, 20_781);

        assertThat(Cursor.of(cursor.text())).isEqualTo(cursor);
    }

    @Test
    void isThePageStartIfNothingIsGiven() {
        assertThat(Cursor.of(null)).isNull();
        assertThat(Cursor.of("")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|",
                "1|",
                "1|@",
                "1|not-an-id|1",
                "one|@|1",
                "NaN|@|1",
                "Infinity|@|1",
                "-Infinity|@|1",
                "1|@|today",
                "1|@|-2"
            })
    void refusesAPlaceThatCannotBe(String text) {
        refuses(encoded(text.replace("@", ID)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "====", "第二页"})
    void refusesWhatIsNoCursorOfOurs(String text) {
        refuses(text);
    }

    private static void refuses(String text) {
        assertThatThrownBy(() -> Cursor.of(text))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isEqualTo(new SharedRefusal.CursorInvalid()));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
