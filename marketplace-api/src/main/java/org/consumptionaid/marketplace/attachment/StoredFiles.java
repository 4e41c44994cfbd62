package org.consumptionaid.marketplace.attachment;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.consumptionaid.marketplace.shared.Transactions;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Bytes under their SHA-256. They are kept before the row that needs them is written, so that no
 * row ever points at nothing; bytes that no row came to need are deleted a day later.
 */
@Service
public class StoredFiles {
    /** Longer than any upload or transaction takes. */
    static final Duration DOUBT = Duration.ofDays(1);

    static final int MOST_PER_SWEEP = 100;

    private static final int DELETES_AT_ONCE = 8;

    private final StoredFileStore store;
    private final FileStorage storage;
    private final Transactions transactions;
    private final Clock clock;

    StoredFiles(
            StoredFileStore store, FileStorage storage, Transactions transactions, Clock clock) {
        this.store = store;
        this.storage = storage;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Keeps the file and says its SHA-256; see {@link #keep(String, Path)}. */
    public Mono<String> keep(Path file) {
        return Mono.fromCallable(() -> Upload.sha256(file))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(sha256 -> keep(sha256, file).thenReturn(sha256));
    }

    /** Keeps the file; outside the transaction that writes the row which needs it. */
    Mono<Void> keep(String sha256, Path file) {
        return transactions
                .run(store.doubt(List.of(sha256), clock.instant()))
                .then(Mono.defer(() -> storage.keep(sha256, file)));
    }

    public Flux<DataBuffer> read(String sha256) {
        return storage.read(sha256);
    }

    /** Says, in the transaction that deletes rows, that their files may be needed no more. */
    public Mono<Void> giveUp(List<String> sha256s) {
        return store.doubt(sha256s, clock.instant());
    }

    /** Deletes files that have been in doubt for {@link #DOUBT} and that no row needs. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
    Mono<Void> sweep() {
        return Mono.defer(() ->
                transactions.run(
                        store.lockDoubtful(clock.instant().minus(DOUBT), MOST_PER_SWEEP)
                                .flatMap(this::decide)));
    }

    private Mono<Void> decide(List<DoubtfulFile> files) {
        List<String> needed = new ArrayList<>();
        List<String> idle = new ArrayList<>();
        files.forEach(file -> (file.needed() ? needed : idle).add(file.sha256()));
        return Flux.fromIterable(idle)
                .flatMap(storage::delete, DELETES_AT_ONCE)
                .then(Mono.defer(() -> store.settle(needed, idle)));
    }
}
