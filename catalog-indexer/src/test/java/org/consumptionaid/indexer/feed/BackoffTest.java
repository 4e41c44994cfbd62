package org.consumptionaid.indexer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Backoff BACKOFF =
            new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    @Test
    void doublesUpToTheLongestPause() {
        assertThat(IntStream.rangeClosed(1, 7).mapToLong(n -> BACKOFF.after(n).toMillis()))
                .containsExactly(200L, 400L, 800L, 1_600L, 3_200L, 5_000L, 5_000L);
    }

    @Test
    void staysThereForAsLongAsItTakes() {
        assertThat(BACKOFF.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(5));
    }
}
