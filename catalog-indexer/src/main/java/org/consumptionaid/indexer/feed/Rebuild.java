package org.consumptionaid.indexer.feed;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consumptionaid.indexer.index.CatalogDocument;
import org.consumptionaid.indexer.index.CatalogIndices;
import org.consumptionaid.indexer.index.CatalogWriter;
import org.consumptionaid.indexer.index.WriteResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes a new index and fills it while changes go on. Runs under the keeper's lock. */
@Component
class Rebuild {

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

    private final FeedStore store;
    private final CatalogIndices indices;
    private final CatalogWriter writer;
    private final RebuildProgress progress;
    private final Transactions transactions;

    Rebuild(
            FeedStore store,
            CatalogIndices indices,
            CatalogWriter writer,
            RebuildProgress progress,
            Transactions transactions) {
        this.store = store;
        this.indices = indices;
        this.writer = writer;
        this.progress = progress;
        this.transactions = transactions;
    }

    /**
     * Replaces the live index.
     *
     * @param usable the live index, when it exists: it is fed until the new one takes over
     * @throws TooManyRefused the old index stays
     */
    void run(@Nullable String usable) {
        name(usable, null);
        indices.deleteAllExcept(usable);
        String next = indices.create();
        long begun = name(usable, next);
        RebuildTally tally = fill(next);
        store.park(tally.refused());
        indices.complete(next);
        goLive(next);
        store.unparkOlderThan(begun);
        indices.deleteAllExcept(next);
        log.info(
                "Index {} is live: {} products, {} refused",
                next,
                tally.written(),
                tally.refused().size());
    }

    /**
     * Lets search read the new index and the feed forget the old one.
     *
     * <p>Search moves first, inside the transaction that then commits, because the other order can
     * go wrong: were the database ahead, a crash would leave search on an index that is no longer
     * fed. As it is, a crash between the two leaves both indices fed and search on the new one,
     * complete, index; the keeper recognises that ({@link Diagnosis.HalfSwapped}) and calls this
     * again. A process that lost its lock meanwhile finds that next is no longer its own, or, later
     * still, that the index it points search at was deleted, and fails without harm.
     */
    void goLive(String next) {
        transactions
                .ofItsOwn()
                .executeWithoutResult(_ -> {
                    if (!store.goLive(next)) {
                        throw new IllegalStateException(next + " is no longer the next index");
                    }
                    indices.pointSearchAt(next);
                });
    }

    private long name(@Nullable String live, @Nullable String next) {
        return Objects.requireNonNull(transactions.ofItsOwn().execute(_ -> store.name(live, next)));
    }

    private RebuildTally fill(String next) {
        try (BulkQueue queue = new BulkQueue(batch -> write(next, batch))) {
            progress.begin();
            transactions.snapshot().executeWithoutResult(_ -> send(queue));
            return queue.tally();
        } finally {
            progress.end();
        }
    }

    private void send(BulkQueue queue) {
        try (Stream<CatalogDocument> all = store.allDocuments()) {
            all.forEach(queue::add);
            queue.flush();
        }
    }

    private WriteResult write(String next, List<CatalogDocument> documents) {
        WriteResult result = writer.write(List.of(next), documents);
        progress.add(documents.size());
        return result;
    }
}
