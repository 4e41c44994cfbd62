package org.consumptionaid.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProductNamesTest {
    private final ProductNames names = new ProductNames();

    @Test
    void callsPotatoesByTheirOtherNames() {
        assertThat(names.variants("洋芋")).contains("马铃薯", "土豆").doesNotContain("洋芋");
        assertThat(names.variants("土豆")).contains("马铃薯", "洋芋");
        assertThat(names.variants("会宁土豆")).contains("会宁马铃薯", "会宁洋芋");
    }

    @Test
    void neverMergesANameThatMeansTwoThings() {
        assertThat(names.variants("地瓜")).isEmpty();
        assertThat(names.variants("甘薯")).contains("红薯").doesNotContain("地瓜");
        assertThat(names.variants("柿子")).isEmpty();
        assertThat(names.variants("香瓜")).isEmpty();
    }

    @Test
    void takesTheLongestName() {
        assertThat(names.variants("山药蛋")).contains("马铃薯").doesNotContain("薯蓣蛋");
    }

    @Test
    void leavesOtherWordsAlone() {
        assertThat(names.variants("昭阳苹果")).isEmpty();
        assertThat(names.variants("")).isEmpty();
    }

    @Test
    void knowsHowNamesAreRead() {
        assertThat(names.readAs("tudou")).contains("土豆", "马铃薯", "洋芋");
        assertThat(names.readAs("ma ling shu")).contains("土豆");
        assertThat(names.readAs("pingpong")).isEmpty();
    }

    @Test
    void knowsTheInitialsOfProduce() {
        assertThat(names.initialled("yy")).contains("洋芋");
        assertThat(names.initialled("mls")).contains("马铃薯");
        assertThat(names.initialled("zzzz")).isEmpty();
    }
}
