package org.consumptionaid.marketplace.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** The standard's example, and codes that companies print in their annual reports. */
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91110000802100433B", "91440300708461136T"})
    void knowsTheCheckCharactersOfRealCodes(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
        assertThat(CreditCode.ofBody(code.substring(0, 17)).value()).isEqualTo(code);
    }

    @Test
    void findsEveryWrongCharacter() {
        String code = "91350100M000100Y43";
        for (int place = 0; place < code.length(); place++) {
            for (int other = 0; other < ALPHABET.length(); other++) {
                String wrong =
                        code.substring(0, place)
                                + ALPHABET.charAt(other)
                                + code.substring(place + 1);
                assertThat(CreditCode.isValid(wrong)).as(wrong).isEqualTo(wrong.equals(code));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "91350100M000100Y4",
                "91350100M000100Y433",
                "91350100m000100y43",
                "9135O100M000100Y43",
                "91350100M000100Y4 "
            })
    void refusesWhatIsNoCode(String text) {
        assertThat(CreditCode.isValid(text)).isFalse();
        assertThatThrownBy(() -> new CreditCode(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
