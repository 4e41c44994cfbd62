package org.consumptionaid.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {
    @Test
    void reportsTheMedianAndNotTheBestRun() {
        assertThat(Result.median(List.of(9.0, 1.0, 4.0))).isEqualTo(4.0);
        assertThat(Result.median(List.of(9.0, 1.0, 4.0, 2.0))).isEqualTo(3.0);
    }

    @Test
    void saysThatABoundWasNotMet() {
        Result result = Result.atMost("start: ready", List.of(50.0), 45, "s");

        assertThat(result.met()).isFalse();
        assertThat(result.row()).contains("NOT MET").contains("1.11");
    }
}
