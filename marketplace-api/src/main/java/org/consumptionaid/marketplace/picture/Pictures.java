package org.consumptionaid.marketplace.picture;

import java.nio.file.Files;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.consumptionaid.marketplace.attachment.StoredFiles;
import org.consumptionaid.marketplace.attachment.Upload;
import org.consumptionaid.marketplace.catalog.Catalog;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.consumptionaid.marketplace.shared.Transactions;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Service;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Pictures of products, each kept in a few sizes. */
@Service
class Pictures implements DisposableBean {
    static final int MOST_PICTURES = 6;
    static final int LONGEST_ALT = 120;

    private static final int MOST_WAITING = 16;

    private final PictureStore store;
    private final StoredFiles files;
    private final Catalog catalog;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Clock clock;

    /** One picture at a time: this bounds the memory that pictures take. */
    private final Scheduler scaling = Schedulers.newBoundedElastic(1, MOST_WAITING, "pictures");

    Pictures(
            PictureStore store,
            StoredFiles files,
            Catalog catalog,
            Transactions transactions,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.catalog = catalog;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @Override
    public void destroy() {
        scaling.dispose();
    }

    /** A picture's bytes and what is known of them. */
    record Served(PictureFile file, Flux<DataBuffer> content) {}

    Mono<List<PictureView>> of(UUID productId) {
        return store.list(productId);
    }

    /** Refusals: {@link NotFound}. */
    Mono<Served> serve(UUID id, int size) {
        return store.file(id, size)
                .map(file -> new Served(file, files.read(file.sha256())))
                .switchIfEmpty(new NotFound().asError());
    }

    /**
     * Adds a picture behind the product's others. Refusals: {@link NotFound}, those of an upload,
     * {@link PictureRefusal}.
     */
    Mono<List<PictureView>> add(
            Caller caller, IdempotencyKey key, UUID productId, String alt, Flux<DataBuffer> body) {
        if (alt.strip().length() > LONGEST_ALT) {
            return new PictureRefusal.AltTooLong(LONGEST_ALT).asError();
        }
        return requireOwn(caller, productId)
                .then(
                        Mono.defer(() ->
                                Upload.with(
                                        body,
                                        upload ->
                                                keep(
                                                        caller,
                                                        key,
                                                        productId,
                                                        alt.strip(),
                                                        upload))));
    }

    /** Before anything is received. */
    private Mono<Void> requireOwn(Caller caller, UUID productId) {
        return catalog.product(productId)
                .filter(product -> product.organisationId().equals(caller.organisationId()))
                .switchIfEmpty(new NotFound().asError())
                .then();
    }

    /** Refusals: {@link NotFound}. */
    Mono<List<PictureView>> remove(Caller caller, UUID productId, UUID id) {
        return transactions
                .run(
                        catalog.changed(caller.organisationId(), productId)
                                .then(store.filesOf(productId, id))
                                .filter(found -> !found.isEmpty())
                                .switchIfEmpty(new NotFound().asError())
                                .flatMap(found ->
                                        store.delete(productId, id).then(files.giveUp(found))))
                .then(of(productId));
    }

    /**
     * Puts all pictures of a product into another order. Refusals: {@link NotFound}, {@link
     * PictureRefusal.PicturesChanged} if these are not exactly its pictures.
     */
    Mono<List<PictureView>> order(Caller caller, UUID productId, List<UUID> ids) {
        return transactions
                .run(
                        catalog.changed(caller.organisationId(), productId)
                                .then(of(productId))
                                .filter(there -> isSame(there, ids))
                                .switchIfEmpty(new PictureRefusal.PicturesChanged().asError())
                                .flatMap(_ -> store.order(productId, ids)))
                .then(of(productId));
    }

    private static boolean isSame(List<PictureView> there, List<UUID> ids) {
        return there.size() == ids.size()
                && new HashSet<>(ids)
                        .equals(new HashSet<>(there.stream().map(PictureView::id).toList()));
    }

    private Mono<List<PictureView>> keep(
            Caller caller, IdempotencyKey key, UUID productId, String alt, Upload upload) {
        record Input(String operation, UUID productId, String alt, String sha256) {}
        if (!upload.kind().isPicture()) {
            return new PictureRefusal.NotAPicture().asError();
        }
        Input input = new Input("picture", productId, alt, upload.sha256());
        return withSizes(
                upload,
                sizes ->
                        idempotency
                                .once(
                                        caller.personId(),
                                        key,
                                        input,
                                        UUID.class,
                                        () -> insert(caller, productId, alt, sizes))
                                .then(of(productId)));
    }

    private Mono<UUID> insert(Caller caller, UUID productId, String alt, List<NewSize> sizes) {
        UUID id = Ids.next(clock);
        return catalog.changed(caller.organisationId(), productId)
                .then(store.insert(id, productId, alt, sizes, MOST_PICTURES, clock.instant()))
                .filter(rows -> rows > 0)
                .switchIfEmpty(new PictureRefusal.TooManyPictures(MOST_PICTURES).asError())
                .thenReturn(id);
    }

    /** Makes and keeps all sizes; only their kept bytes are left afterwards. */
    private <T> Mono<T> withSizes(Upload upload, Function<List<NewSize>, Mono<T>> work) {
        return Mono.usingWhen(
                onDisk(() -> Files.createTempDirectory("picture-")),
                folder ->
                        Mono.fromCallable(() ->
                                        PictureScaler.scale(upload.file(), upload.kind(), folder))
                                .subscribeOn(scaling)
                                .onErrorMap(
                                        RejectedExecutionException.class,
                                        _ -> new PictureRefusal.PicturesBusy().asException())
                                .flatMapMany(Flux::fromIterable)
                                .concatMap(scaled ->
                                        files.keep(scaled.file())
                                                .map(sha256 -> NewSize.of(scaled, sha256)))
                                .collectList()
                                .flatMap(work),
                folder -> onDisk(() -> FileSystemUtils.deleteRecursively(folder)));
    }

    private static <T> Mono<T> onDisk(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
