package org.consumptionaid.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.consumptionaid.localstack.LocalApplication;

/**
 * Kills the indexer, Elasticsearch or both at random moments, in every second round during a
 * rebuild, while products change all the time, and compares every document afterwards.
 */
final class FaultRun {
    private static final int CHANGED_PRODUCTS = 1_000;
    private static final int CHANGES_PER_COMMIT_MAX = 20;
    private static final Duration BETWEEN_COMMITS = Duration.ofMillis(20);
    private static final Duration SETTLE_LIMIT = Duration.ofMinutes(10);

    private final CatalogueStack stack;
    private final LocalApplication indexer;
    private final Random random;
    private final int momentMaxMillis;
    private volatile boolean changing = true;

    /**
     * Prepares kills of a stack.
     *
     * @param momentMaxMillis a kill comes at most so long after its round began
     */
    FaultRun(CatalogueStack stack, LocalApplication indexer, long seed, int momentMaxMillis) {
        this.stack = stack;
        this.indexer = indexer;
        this.random = new Random(seed);
        this.momentMaxMillis = momentMaxMillis;
    }

    /**
     * What became of it.
     *
     * @param compared documents whose id and version are the same on both sides
     * @param changes products that were changed meanwhile
     */
    record Outcome(int kills, long changes, long compared, long parked) {}

    private enum Victim {
        INDEXER,
        ELASTICSEARCH,
        BOTH
    }

    /** Fails with the first document that differs. */
    Outcome run(int kills) throws SQLException {
        try (Connection connection = stack.database().connect();
                ExecutorService changer = Executors.newSingleThreadExecutor()) {
            CatalogueState state =
                    new CatalogueState(connection, new Elastic(stack.elasticsearch().url()));
            state.awaitOtherThan(null, SETTLE_LIMIT);
            Future<Long> changes = changer.submit((Callable<Long>) this::change);
            try {
                for (int round = 0; round < kills; round++) {
                    strike(state, Victim.values()[round % Victim.values().length], round % 2 == 0);
                }
            } finally {
                changing = false;
            }
            long changed = changes.get();
            state.awaitSettled(SETTLE_LIMIT);
            return new Outcome(kills, changed, state.compare(), state.parked());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the changes failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void strike(CatalogueState state, Victim victim, boolean duringRebuild)
            throws SQLException {
        if (duringRebuild) {
            state.rebuild();
        }
        Pause.of(Duration.ofMillis(random.nextInt(momentMaxMillis)));
        if (victim != Victim.ELASTICSEARCH) {
            indexer.kill();
        }
        if (victim != Victim.INDEXER) {
            stack.elasticsearch().kill();
            stack.elasticsearch().restart();
        }
        if (victim != Victim.ELASTICSEARCH) {
            indexer.relaunch();
            indexer.awaitReady();
        }
    }

    private long change() throws SQLException {
        long changed = 0;
        Random sizes = new Random(2);
        try (Changes changes = new Changes(stack.database(), CHANGED_PRODUCTS, new Random(1))) {
            while (changing) {
                changed += changes.commit(1 + sizes.nextInt(CHANGES_PER_COMMIT_MAX)).size();
                changes.ring();
                Pause.of(BETWEEN_COMMITS);
            }
        }
        return changed;
    }
}
