package org.consumptionaid.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedNumberTest {
    private static final int NUMBERS = 2_000;

    /** ISO/IEC 7064 has the example 0794, whose check digit under MOD 11,10 is 5. */
    @Test
    void calculatesTheCheckDigitOfTheStandard() {
        assertThat(byTheBook("0794")).isEqualTo('5');
        assertThat(CheckedNumber.of('D', 42)).isEqualTo("D0000042" + byTheBook("0000042"));
        assertThat(CheckedNumber.of('D', 42)).isEqualTo("D00000427");
    }

    @Test
    void findsEveryWrongDigit() {
        for (long counter = 0; counter < NUMBERS; counter++) {
            String number = CheckedNumber.of('D', counter * 4_999);
            assertThat(CheckedNumber.isValid('D', number)).as(number).isTrue();
            for (int place = 1; place < number.length(); place++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    String heard = with(number, place, digit);
                    assertThat(CheckedNumber.isValid('D', heard))
                            .as("%s heard as %s", number, heard)
                            .isEqualTo(heard.equals(number));
                }
            }
        }
    }

    /** MOD 11,10 misses about one swap of neighbours in fifty, never more than one in thirty. */
    @Test
    void findsNearlyEverySwapOfNeighbours() {
        int swaps = 0;
        List<String> missed = new ArrayList<>();
        for (long counter = 0; counter < NUMBERS; counter++) {
            String number = CheckedNumber.of('P', counter * 4_999);
            for (int place = 1; place < number.length() - 1; place++) {
                char first = number.charAt(place);
                char second = number.charAt(place + 1);
                if (first != second) {
                    swaps++;
                    String heard = with(with(number, place, second), place + 1, first);
                    if (CheckedNumber.isValid('P', heard)) {
                        missed.add(heard);
                    }
                }
            }
        }
        assertThat(missed.size()).isLessThan(swaps / 30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "D",
                "00000427",
                "Z00000427",
                "d00000427",
                "D0000427",
                "D000004275",
                "D0000042５",
                "D00000427 ",
                "D00000427\n",
                "D000000000000000000000427"
            })
    void refusesWhatIsNoNumberOfThisKind(String text) {
        assertThat(CheckedNumber.isValid('D', text)).isFalse();
    }

    @Test
    void growsByADigitWhenTheCounterDoes() {
        String number = CheckedNumber.of('D', 12_345_678);

        assertThat(number).hasSize(1 + 8 + 1);
        assertThat(CheckedNumber.isValid('D', number)).isTrue();
    }

    private static String with(String text, int place, char character) {
        return text.substring(0, place) + character + text.substring(place + 1);
    }

    /** The recursion as the standard prints it, not as the code has it. */
    private static char byTheBook(String digits) {
        int p = 10;
        for (int i = 0; i < digits.length(); i++) {
            int s = p % 11 + Character.digit(digits.charAt(i), 10);
            int remainder = s % 10 == 0 ? 10 : s % 10;
            p = remainder * 2;
        }
        for (int check = 0; check <= 9; check++) {
            if ((p % 11 + check) % 10 == 1) {
                return (char) ('0' + check);
            }
        }
        throw new IllegalStateException(digits);
    }
}
