package org.consumptionaid.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {
    @ParameterizedTest
    @CsvSource({
        "pingguo, ping guo",
        "zhaotongpingguo, zhao tong ping guo",
        "mihoutao, mi hou tao",
        "lvcha, lv cha",
        "ping guo, ping guo",
        "yangr, yang r",
        "lueyangwuji, lve yang wu ji"
    })
    void takesSyllablesApart(String letters, String syllables) {
        assertThat(Syllables.readings(letters)).contains(syllables);
    }

    @Test
    void readsAmbiguousLettersEveryWay() {
        assertThat(Syllables.readings("xian")).containsExactly("xian", "xi an");
        assertThat(Syllables.readings("xi'an")).containsExactly("xi an");
    }

    @Test
    void readsNothingIntoWhatIsNoPinyin() {
        assertThat(Syllables.readings("pg")).isEmpty();
        assertThat(Syllables.readings("stripe")).isEmpty();
    }

    @Test
    void staysSmallHoweverLongTheLetters() {
        assertThat(Syllables.readings("xian".repeat(25))).hasSizeLessThanOrEqualTo(6);
        assertThat(Syllables.readings("a".repeat(99) + "v")).isEmpty();
    }
}
