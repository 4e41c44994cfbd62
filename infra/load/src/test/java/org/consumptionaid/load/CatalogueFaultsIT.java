package org.consumptionaid.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The whole way from tables to index as real processes; {@code infra/bench catalogue-faults} at
 * size.
 */
class CatalogueFaultsIT {
    private static final int ELASTICSEARCH_HEAP_MEGABYTES = 384;
    private static final int PRODUCTS = 6_000;
    private static final int KILLS = 4;
    private static final int MOMENT_MAX_MILLIS = 1_500;
    private static final long SEED = 7;

    @Test
    void everyDocumentIsTheDatabasesAfterKillsAtAnyMoment() throws Exception {
        CatalogueSize size = CatalogueSize.ofProducts(PRODUCTS, SEED);
        try (CatalogueStack stack = CatalogueStack.filled(ELASTICSEARCH_HEAP_MEGABYTES, size)) {
            FaultRun run = new FaultRun(stack, stack.startIndexer(), SEED, MOMENT_MAX_MILLIS);

            FaultRun.Outcome outcome = run.run(KILLS);

            assertThat(outcome.compared()).isEqualTo(PRODUCTS);
            assertThat(outcome.parked()).isZero();
            assertThat(outcome.changes()).isGreaterThan(KILLS);
        }
    }
}
