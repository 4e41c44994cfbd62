package org.consumptionaid.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void theBestOrderIsOne() {
        assertThat(Ranking.ndcg(List.of(3, 2, 0), List.of(2, 3), 10)).isEqualTo(1);
    }

    @Test
    void aGoodProductInALowerPlaceCountsLess() {
        double ndcg = Ranking.ndcg(List.of(0, 3), List.of(3), 10);

        assertThat(ndcg).isCloseTo(1 / 1.585, within(0.001));
    }

    @Test
    void anEmptyAnswerIsWorthNothing() {
        assertThat(Ranking.ndcg(List.of(), List.of(3), 10)).isZero();
        assertThat(Ranking.recall(List.of(), List.of(3), 50)).isZero();
    }

    @Test
    void recallAsksForWhatIsWantedOnly() {
        assertThat(Ranking.recall(List.of(3, 0, 2), List.of(3, 2, 2, 2, 1), 50)).isEqualTo(0.5);
        assertThat(Ranking.recall(List.of(3, 3), List.of(3, 3, 3), 2)).isEqualTo(1);
    }
}
