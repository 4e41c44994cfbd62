package org.consumptionaid.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ZipfTest {
    @Test
    void theSecondMostPopularComesHalfAsOften() {
        int[] draws = new Zipf(2_000).draws(200_000, new Random(1));

        double first = Arrays.stream(draws).filter(rank -> rank == 0).count();
        double second = Arrays.stream(draws).filter(rank -> rank == 1).count();

        assertThat(second / first).isCloseTo(0.5, within(0.03));
        assertThat(Arrays.stream(draws).max().orElseThrow()).isLessThan(2_000);
    }
}
