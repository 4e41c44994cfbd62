package org.consumptionaid.indexer.feed;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.consumptionaid.indexer.feed.Diagnosis.HalfSwapped;
import org.consumptionaid.indexer.feed.Diagnosis.Healthy;
import org.consumptionaid.indexer.feed.Diagnosis.Leftovers;
import org.consumptionaid.indexer.feed.Diagnosis.RebuildNeeded;
import org.consumptionaid.indexer.index.CatalogIndices;
import org.consumptionaid.indexer.index.IndexUnavailable;
import org.consumptionaid.indexer.index.IndicesFound;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sees to it that there is a live index: looks at start, every few seconds and when told to, and
 * repairs what it finds.
 *
 * <p>Looking needs no lock. Repairing does: one process at a time holds it, looks again and acts;
 * for the others whatever they saw is being dealt with.
 */
@Component
class IndexKeeper {

    private static final Logger log = LoggerFactory.getLogger(IndexKeeper.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final FeedStore store;
    private final CatalogIndices indices;
    private final Rebuild rebuild;
    private final Transactions transactions;
    private final Semaphore wake = new Semaphore(0);

    /**
     * Whether the live index was once seen to be made from this process's definition. Not asked
     * again: while a new release replaces an old one, each would undo the other's rebuild for ever.
     */
    private boolean definitionSeen;

    private volatile @Nullable String unwanted;
    private volatile Sight sight = Sight.NONE;

    IndexKeeper(
            FeedStore store, CatalogIndices indices, Rebuild rebuild, Transactions transactions) {
        this.store = store;
        this.indices = indices;
        this.rebuild = rebuild;
        this.transactions = transactions;
    }

    /** Looks, repairs, and waits for the next occasion to look. */
    void run() throws InterruptedException {
        try {
            look();
        } catch (IndexUnavailable e) {
            sight = sight.lost();
            throw e;
        }
        if (wake.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    /** Something seems to be wrong with the index. */
    void lookNow() {
        wake.release();
    }

    /**
     * Asks for a rebuild. Every process hears the same request; naming the index to replace lets
     * the first rebuild answer it for all.
     */
    void replaceLiveIndex() {
        unwanted = store.names().live();
        wake.release();
    }

    /** What the last look saw. */
    Sight sight() {
        return sight;
    }

    private void look() {
        if (!(diagnose() instanceof Healthy)) {
            transactions.holdingLock().executeWithoutResult(_ -> repair());
            diagnose();
        }
    }

    private void repair() {
        if (store.tryLock()) {
            treat(diagnose());
        }
    }

    private Diagnosis diagnose() {
        IndexNames names = store.names();
        IndicesFound found = indices.find();
        sight =
                new Sight(
                        names.live(),
                        found.searchReads(names.live()) && indices.answersSearches(),
                        true);
        String hash = definitionSeen ? null : indices.hash();
        Diagnosis diagnosis = Diagnosis.of(names, found, hash, unwanted);
        definitionSeen |= diagnosis instanceof Healthy;
        return diagnosis;
    }

    private void treat(Diagnosis diagnosis) {
        switch (diagnosis) {
            case Healthy() -> {}
            case HalfSwapped(String next) -> rebuild.goLive(next);
            case Leftovers(String live) -> indices.deleteAllExcept(live);
            case RebuildNeeded(String because, String usable) -> {
                log.info("Rebuilding the index: {}", because);
                rebuild.run(usable);
            }
        }
    }
}
