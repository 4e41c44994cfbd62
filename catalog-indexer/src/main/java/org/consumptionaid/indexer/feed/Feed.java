package org.consumptionaid.indexer.feed;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.consumptionaid.indexer.index.CatalogWriter;
import org.consumptionaid.indexer.index.IndexMissing;
import org.consumptionaid.indexer.index.WriteResult;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings changes into the index, one batch and one transaction after the other. */
@Component
class Feed {

    /** At 6 kB for the longest document a batch stays below 3 MB. */
    static final int BATCH_MAX_CHANGES = 500;

    /**
     * How late a change may be whose notification got lost; the index shows it at most 500 ms later
     * still.
     */
    private static final Duration POLL = Duration.ofMillis(500);

    private final FeedStore store;
    private final CatalogWriter writer;
    private final Doorbell doorbell;
    private final IndexKeeper keeper;
    private final FeedMeters meters;
    private final TransactionTemplate transaction;

    Feed(
            FeedStore store,
            CatalogWriter writer,
            Doorbell doorbell,
            IndexKeeper keeper,
            FeedMeters meters,
            TransactionTemplate transaction) {
        this.store = store;
        this.writer = writer;
        this.doorbell = doorbell;
        this.keeper = keeper;
        this.meters = meters;
        this.transaction = transaction;
    }

    /**
     * Works off what waits, then waits for more. Listens before it looks, so nothing falls between.
     */
    void run() throws SQLException {
        doorbell.open();
        while (batch() > 0 && !Thread.currentThread().isInterrupted()) {
            // Whatever was left, or came meanwhile, is the next batch.
        }
        if (doorbell.await(POLL)) {
            keeper.replaceLiveIndex();
        }
    }

    /** Takes one batch and returns how many changes it was; a failure gives all of them back. */
    int batch() {
        try {
            Batch batch = Objects.requireNonNull(transaction.execute(this::batch));
            meters.count(batch.result());
            return batch.changes();
        } catch (IndexMissing e) {
            keeper.lookNow();
            throw e;
        }
    }

    private Batch batch(TransactionStatus status) {
        List<UUID> changes = store.take(BATCH_MAX_CHANGES);
        if (changes.isEmpty()) {
            return Batch.NOTHING;
        }
        List<String> indices = store.namesForBatch().toWrite();
        if (indices.isEmpty()) {
            status.setRollbackOnly();
            return Batch.NOTHING;
        }
        return new Batch(changes.size(), write(indices, new TreeSet<>(changes)));
    }

    private WriteResult write(List<String> indices, Set<UUID> products) {
        WriteResult result = writer.write(indices, store.documents(products));
        store.park(result.refused());
        products.removeAll(result.refused().keySet());
        store.unpark(products);
        return result;
    }

    private record Batch(int changes, WriteResult result) {

        static final Batch NOTHING = new Batch(0, WriteResult.NOTHING);
    }
}
