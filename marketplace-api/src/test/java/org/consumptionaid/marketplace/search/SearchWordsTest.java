package org.consumptionaid.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {
    @ParameterizedTest
    @CsvSource({
        "5公斤苹果, 苹果, 5000",
        "苹果5kg, 苹果, 5000",
        "苹果 10斤, 苹果, 5000",
        "１０斤 苹果, 苹果, 5000",
        "花椒500克, 花椒, 500",
        "花椒 250G, 花椒, 250",
        "核桃2.5公斤装, 核桃, 2500",
        "十斤大米, 大米, 5000",
        "二十五公斤大米, 大米, 25000",
        "半斤绿茶, 绿茶, 250",
        "两斤 羊肉, 羊肉, 1000",
        "每箱5公斤苹果, 苹果, 5000",
        "洋芋20斤/箱, 洋芋, 10000",
        "5千克, '', 5000"
    })
    void takesTheWeightOutOfTheText(String typed, String text, long grams) {
        assertThat(SearchWords.of(typed)).isEqualTo(new SearchWords(text, grams, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"青薯9号", "八角", "冀张薯12号", "5gb", "0斤", "99999公斤", "验收3f2g9d1a", "三七"})
    void leavesAloneWhatIsNoWeight(String typed) {
        assertThat(SearchWords.of(typed)).isEqualTo(new SearchWords(typed, null, null));
    }

    @ParameterizedTest
    @CsvSource({"一级苹果, 苹果, 一级", "苹果 特级, 苹果, 特级", "一等品 花椒, 花椒, 一级", "二级, '', 二级"})
    void takesTheGradeOutOfTheText(String typed, String text, String grade) {
        assertThat(SearchWords.of(typed)).isEqualTo(new SearchWords(text, null, grade));
    }

    @Test
    void knowsPinyinFromChineseFromCodes() {
        assertThat(SearchWords.of("Ping Guo").isLatin()).isTrue();
        assertThat(SearchWords.of("苹果").isLatin()).isFalse();
        assertThat(SearchWords.of("昭阳 苹果").isChinese()).isTrue();
        assertThat(SearchWords.of("验收1a2b").isChinese()).isFalse();
        assertThat(SearchWords.of("").isChinese()).isFalse();
    }
}
