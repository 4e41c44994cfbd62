package org.consumptionaid.marketplace.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingRulesTest {
    @Test
    void saysNothingOfFewerThanEightValues() {
        List<Long> seven = List.of(10_000L, 10_000L, 10_000L, 10_000L, 10_000L, 10_000L, 10_000L);

        assertThat(FindingRules.roundShare(seven)).isZero();
        assertThat(FindingRules.repeatedShare(seven)).isZero();
        assertThat(FindingRules.upperFence(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L)))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void saysNothingOfValuesWhoseQuartilesAreTheSame() {
        assertThat(FindingRules.upperFence(List.of(1L, 5L, 5L, 5L, 5L, 5L, 5L, 9_000L)))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void drawsTheLineAStepAndAHalfAboveTheUpperQuartile() {
        assertThat(FindingRules.upperFence(List.of(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L)))
                .isEqualTo(60 + 60); // quartiles 20 and 60
    }

    @Test
    void countsRoundAndRepeatedWeights() {
        List<Long> grams =
                List.of(10_000L, 20_000L, 20_000L, 20_000L, 20_000L, 12_345L, 1L, 70_000L);

        assertThat(FindingRules.roundShare(grams)).isEqualTo(7_500);
        assertThat(FindingRules.repeatedShare(grams)).isEqualTo(5_000);
        assertThat(FindingRules.roundShare(List.of())).isZero();
    }
}
