package org.consumptionaid.marketplace.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoodsRulesTest {
    @Test
    void needsAReasonOnlyBelowTheTolerance() {
        assertThat(GoodsRules.isOutside(10_000, 9_500, 500)).isFalse();
        assertThat(GoodsRules.isOutside(10_000, 9_499, 500)).isTrue();
        assertThat(GoodsRules.isOutside(10_000, 10_000, 0)).isFalse();
        assertThat(GoodsRules.isOutside(1, 0, 500)).isTrue();
    }
}
