package org.consumptionaid.marketplace.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BenefitRulesTest {
    private static final long MOST_FEN = 2_000_000_000_000_000L;

    @Test
    void givesTheLargestRemaindersOneFenMoreAndTiesToTheFirst() {
        assertThat(BenefitRules.divide(100, List.of(1L, 1L, 1L))).containsExactly(34L, 33L, 33L);
        assertThat(BenefitRules.divide(101, List.of(1L, 1L, 1L))).containsExactly(34L, 34L, 33L);
        assertThat(BenefitRules.divide(10, List.of(3L, 6L, 5L))).containsExactly(2L, 4L, 4L);
        assertThat(BenefitRules.divide(1, List.of(1L, 9_999L))).containsExactly(0L, 1L);
    }

    @Test
    void leavesWhatNoClaimIsWorth() {
        assertThat(BenefitRules.allot(100, List.of(20L, 30L))).containsExactly(20L, 30L);
        assertThat(BenefitRules.allot(100, List.of())).isEmpty();
        assertThat(BenefitRules.allot(10, List.of(20L, 30L))).containsExactly(4L, 6L);
    }

    @Property
    void givesAwayEveryFenAndNeverAnotherFenMoreThanTheShare(
            @ForAll @LongRange(max = MOST_FEN) long fen,
            @ForAll @Size(min = 1, max = 30)
                    List<@LongRange(min = 1, max = 1_000_000_000) Long> weights) {
        List<Long> parts = BenefitRules.divide(fen, weights);

        assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(fen);
        double sum = weights.stream().mapToLong(Long::longValue).sum();
        for (int i = 0; i < parts.size(); i++) {
            assertThat(Math.abs(parts.get(i) - fen / sum * weights.get(i)))
                    .isLessThan(1.0 + fen * 1e-9);
        }
        assertThat(BenefitRules.divide(fen, weights)).isEqualTo(parts);
    }

    @Property
    void givesNoClaimMoreThanItHasOpenNorMoreThanThereIs(
            @ForAll @LongRange(max = 1_000_000) long pool,
            @ForAll @Size(max = 30) List<@LongRange(min = 1, max = 100_000) Long> open) {
        List<Long> fens = BenefitRules.allot(pool, open);

        long wanted = open.stream().mapToLong(Long::longValue).sum();
        assertThat(fens.stream().mapToLong(Long::longValue).sum())
                .isEqualTo(Math.min(pool, wanted));
        for (int i = 0; i < open.size(); i++) {
            assertThat(fens.get(i)).isBetween(0L, open.get(i));
        }
    }
}
