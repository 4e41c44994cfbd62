package org.consumptionaid.marketplace.certification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nothing slips through the rules, whatever the order of decisions, sales and days. */
class RulesWalkTest {
    private static final int STEPS = 1_000_000;
    private static final int ENOUGH = STEPS / 50;

    @Test
    void sellsNothingUncertifiedInAMillionRandomSteps() {
        long seed = WalkSeed.next();
        RulesWalk walk = new RulesWalk(seed);
        for (int i = 0; i < STEPS; i++) {
            try {
                walk.step();
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("step " + i + " of the walk -Dseed=" + seed, wrong);
            }
        }

        assertThat(walk.done()).as("sales under seed %d", seed).isGreaterThan(ENOUGH);
        assertThat(walk.blocked()).as("stopped under seed %d", seed).isGreaterThan(ENOUGH);
    }
}
