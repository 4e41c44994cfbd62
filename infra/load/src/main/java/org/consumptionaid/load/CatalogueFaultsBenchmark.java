package org.consumptionaid.load;

import java.sql.SQLException;
import java.util.List;

/** Kills at random moments on a large catalogue; nothing may be lost. */
final class CatalogueFaultsBenchmark implements Benchmark {
    private static final int ELASTICSEARCH_HEAP_MEGABYTES = 1_024;
    private static final int KILLS_PER_RUN = 6;
    private static final int MOMENT_MAX_MILLIS = 20_000;

    @Override
    public String name() {
        return "catalogue-faults";
    }

    @Override
    public String description() {
        return "kill -9 of the indexer, Elasticsearch and both: every id and version compared after";
    }

    @Override
    public List<Result> run(Settings settings) {
        CatalogueSize size = CatalogueSize.ofProducts(settings.products(), settings.seed());
        try (CatalogueStack stack = CatalogueStack.filled(ELASTICSEARCH_HEAP_MEGABYTES, size)) {
            FaultRun.Outcome outcome =
                    new FaultRun(stack, stack.startIndexer(), settings.seed(), MOMENT_MAX_MILLIS)
                            .run(KILLS_PER_RUN * settings.runs());
            return List.of(
                    Result.atLeast(
                            "catalogue-faults: same documents",
                            (double) outcome.compared(),
                            size.products(),
                            "docs"),
                    Result.counted("catalogue-faults: kills", outcome.kills()),
                    Result.counted(
                            "catalogue-faults: changes meanwhile", (double) outcome.changes()),
                    Result.counted("catalogue-faults: parked", (double) outcome.parked()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
