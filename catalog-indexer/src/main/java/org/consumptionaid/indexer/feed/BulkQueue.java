package org.consumptionaid.indexer.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.consumptionaid.indexer.index.CatalogDocument;
import org.consumptionaid.indexer.index.WriteResult;

/**
 * Writes a stream of documents in requests of bounded size, a few of them in flight. For one
 * thread.
 */
final class BulkQueue implements AutoCloseable {

    static final int REQUEST_MAX_DOCUMENTS = 1_000;

    static final int REQUEST_MAX_BYTES = 2_000_000;

    /**
     * While one is indexed the next is read; more would only fill Elasticsearch's queue and our
     * heap.
     */
    static final int REQUESTS_IN_FLIGHT_MAX = 2;

    private final Function<List<CatalogDocument>, WriteResult> writer;
    private final ExecutorService threads = Executors.newFixedThreadPool(REQUESTS_IN_FLIGHT_MAX);
    private final Queue<CompletableFuture<WriteResult>> inFlight = new ArrayDeque<>();
    private List<CatalogDocument> waiting = new ArrayList<>();
    private long waitingBytes;
    private RebuildTally tally = RebuildTally.NOTHING;

    BulkQueue(Function<List<CatalogDocument>, WriteResult> writer) {
        this.writer = writer;
    }

    /** May fail with the failure of an earlier request. */
    void add(CatalogDocument document) {
        waiting.add(document);
        waitingBytes += document.bytes();
        if (waiting.size() >= REQUEST_MAX_DOCUMENTS || waitingBytes >= REQUEST_MAX_BYTES) {
            send();
        }
    }

    /** Sends the rest and waits for every answer. */
    void flush() {
        if (!waiting.isEmpty()) {
            send();
        }
        while (!inFlight.isEmpty()) {
            awaitOldest();
        }
    }

    /** What was answered so far. */
    RebuildTally tally() {
        return tally;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void send() {
        while (inFlight.size() >= REQUESTS_IN_FLIGHT_MAX) {
            awaitOldest();
        }
        List<CatalogDocument> request = waiting;
        inFlight.add(CompletableFuture.supplyAsync(() -> writer.apply(request), threads));
        waiting = new ArrayList<>();
        waitingBytes = 0;
    }

    private void awaitOldest() {
        try {
            tally = tally.plus(inFlight.remove().join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
