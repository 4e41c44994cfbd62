package org.consumptionaid.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {
    @ParameterizedTest
    @CsvSource({
        "昭通苹果, zhao tong ping guo",
        "渭源白条党参, wei yuan bai tiao dang shen",
        "五峰绿茶, wu feng lv cha",
        "白朗番茄, bai lang fan qie",
        "青薯9号, qing shu 9 hao",
        "Red Fuji, red fuji",
        "'', ''"
    })
    void readsChineseWithoutTones(String text, String pinyin) {
        assertThat(Pinyin.of(text)).isEqualTo(pinyin);
    }
}
