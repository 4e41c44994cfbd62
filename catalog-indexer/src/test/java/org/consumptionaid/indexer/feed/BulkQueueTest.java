package org.consumptionaid.indexer.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.consumptionaid.indexer.index.CatalogDocument;
import org.consumptionaid.indexer.index.WriteResult;
import org.junit.jupiter.api.Test;

class BulkQueueTest {

    private final List<Integer> requests = new CopyOnWriteArrayList<>();

    @Test
    void boundsARequestByDocuments() {
        RebuildTally tally = sendAll(2_400, "{}", this::accept);

        assertThat(requests).containsExactlyInAnyOrder(1_000, 1_000, 400);
        assertThat(tally).isEqualTo(new RebuildTally(2_400, Map.of()));
    }

    @Test
    void boundsARequestByBytes() {
        sendAll(5, "x".repeat(BulkQueue.REQUEST_MAX_BYTES / 2), this::accept);

        assertThat(requests).containsExactlyInAnyOrder(2, 2, 1);
    }

    @Test
    void keepsAtMostTwoRequestsInFlight() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        sendAll(
                5_000,
                "{}",
                documents -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    sleep(Duration.ofMillis(5));
                    now.decrementAndGet();
                    return accept(documents);
                });

        assertThat(most).hasValue(2);
    }

    @Test
    void remembersWhoWasRefusedAndWhy() {
        RebuildTally tally =
                sendAll(3, "{}", all -> new WriteResult(2, Map.of(all.getFirst().id(), "bad")));

        assertThat(tally.written()).isEqualTo(2);
        assertThat(tally.refused()).containsExactly(Map.entry(new UUID(0, 0), "bad"));
    }

    @Test
    void givesUpWhenTheIndexRefusesAlmostEverything() {
        assertThatThrownBy(() -> sendAll(500, "{}", BulkQueueTest::refuse))
                .isInstanceOf(TooManyRefused.class);
    }

    @Test
    void failsWithTheFailureOfARequest() {
        assertThatThrownBy(() ->
                        sendAll(
                                500,
                                "{}",
                                _ -> {
                                    throw new IllegalStateException("away");
                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("away");
    }

    private WriteResult accept(List<CatalogDocument> documents) {
        requests.add(documents.size());
        return new WriteResult(documents.size(), Map.of());
    }

    private static WriteResult refuse(List<CatalogDocument> documents) {
        return new WriteResult(
                0, documents.stream().collect(Collectors.toMap(CatalogDocument::id, _ -> "bad")));
    }

    private static RebuildTally sendAll(
            int count, String json, Function<List<CatalogDocument>, WriteResult> writer) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (BulkQueue queue = new BulkQueue(writer)) {
            LongStream.range(0, count)
                    .mapToObj(number -> new CatalogDocument(new UUID(0, number), 1, bytes))
                    .forEach(queue::add);
            queue.flush();
            return queue.tally();
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
