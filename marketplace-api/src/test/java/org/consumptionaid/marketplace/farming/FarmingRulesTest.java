package org.consumptionaid.marketplace.farming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consumptionaid.marketplace.farming.FarmOperation.HARVEST;
import static org.consumptionaid.marketplace.farming.FarmOperation.PESTICIDE;
import static org.consumptionaid.marketplace.farming.FarmOperation.SOWING;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FarmingRulesTest {
    @Test
    void harvestWaitsUntilTheIntervalHasPassed() {
        List<PlotWork> sprayed = List.of(new PlotWork(PESTICIDE, 100, 7));

        assertThat(FarmingRules.tooEarly(new PlotWork(HARVEST, 106, null), sprayed))
                .hasValueSatisfying(early -> assertThat(early.missingDays()).isEqualTo(1));
        assertThat(FarmingRules.tooEarly(new PlotWork(HARVEST, 107, null), sprayed)).isEmpty();
        assertThat(FarmingRules.tooEarly(new PlotWork(HARVEST, 99, null), sprayed)).isEmpty();
        assertThat(FarmingRules.tooEarly(new PlotWork(SOWING, 101, null), sprayed)).isEmpty();
    }

    @Property
    void theOrderInWhichTheyAreRecordedDoesNotMatter(
            @ForAll @IntRange(max = 400) int treated,
            @ForAll @IntRange(max = 365) int interval,
            @ForAll @IntRange(max = 800) int harvested) {
        PlotWork treatment = new PlotWork(PESTICIDE, treated, interval);
        PlotWork harvest = new PlotWork(HARVEST, harvested, null);

        boolean refused = FarmingRules.tooEarly(harvest, List.of(treatment)).isPresent();

        assertThat(FarmingRules.tooEarly(treatment, List.of(harvest)).isPresent())
                .isEqualTo(refused);
        assertThat(refused).isEqualTo(harvested >= treated && harvested < treated + interval);
    }
}
