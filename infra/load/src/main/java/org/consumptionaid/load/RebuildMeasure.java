package org.consumptionaid.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A full rebuild by the indexer against the same documents sent raw. */
final class RebuildMeasure {
    private static final Duration REBUILD_LIMIT = Duration.ofMinutes(20);
    private static final double SPEED = 0.7;

    private final CatalogueStack stack;

    RebuildMeasure(CatalogueStack stack) {
        this.stack = stack;
    }

    List<Result> run(int runs) throws SQLException, IOException {
        Path file = Files.createTempFile("bench-documents", ".ndjson");
        Elastic elastic = new Elastic(stack.elasticsearch().url());
        try (Connection connection = stack.database().connect()) {
            CatalogueState state = new CatalogueState(connection, elastic);
            state.awaitOtherThan(null, REBUILD_LIMIT);
            RawBulk raw = new RawBulk(elastic, file);
            long documents = raw.dump(connection);
            List<Double> ours = new ArrayList<>();
            List<Double> limits = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                limits.add(documents / seconds(raw.send(String.valueOf(state.live()))));
                ours.add(documents / seconds(rebuild(state)));
            }
            state.compare();
            return List.of(Result.ratioAtLeast("rebuild: speed", ours, limits, SPEED, "docs/s"));
        } finally {
            Files.delete(file);
        }
    }

    private static Duration rebuild(CatalogueState state) throws SQLException {
        String old = state.live();
        long begin = System.nanoTime();
        state.rebuild();
        state.awaitOtherThan(old, REBUILD_LIMIT);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
