package org.consumptionaid.marketplace.sheets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.consumptionaid.marketplace.catalog.Catalog;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.consumptionaid.marketplace.sheets.ImportStore.ListedRow;
import org.consumptionaid.marketplace.sheets.ImportStore.MarkedRow;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Products in spreadsheets: out as template and export, in as imports that the cooperative decides
 * on when every row is checked.
 */
@Service
class Imports {
    static final Duration KEPT = Duration.ofDays(30);
    static final int ERROR_ROWS_SHOWN = 100;
    static final int PRODUCTS_SHOWN = 100;

    private static final int WORKBOOKS_AT_ONCE = 2;
    private static final int WORKBOOKS_WAITING = 50;
    private static final int LONGEST_FILE_NAME = 200;

    private final ImportStore store;
    private final Catalog catalog;
    private final SheetReader reader;
    private final SheetWriter writer;
    private final Words words;
    private final Idempotency idempotency;
    private final Clock clock;

    /** So many files are in memory at the same time, however many people send one. */
    private final Scheduler desk =
            Schedulers.newBoundedElastic(WORKBOOKS_AT_ONCE, WORKBOOKS_WAITING, "sheets");

    Imports(
            ImportStore store,
            Catalog catalog,
            SheetReader reader,
            SheetWriter writer,
            Words words,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.reader = reader;
        this.writer = writer;
        this.words = words;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    Mono<byte[]> template(Locale locale) {
        return categories().flatMap(all -> onDesk(() -> writer.template(all, locale)));
    }

    /** The caller's own products, in the columns an import reads. */
    Mono<byte[]> export(Caller caller, Locale locale) {
        return categories()
                .zipWith(catalog.allOwnProducts(caller))
                .flatMap(both -> onDesk(() -> writer.products(both.getT2(), both.getT1(), locale)));
    }

    /** Takes a file's rows in, to be checked in the background. Refusals: {@link SheetRefusal}. */
    Mono<UUID> upload(Caller caller, IdempotencyKey key, String fileName, byte[] file) {
        record Input(String operation, String fileName, String sha256) {}
        String name = shortened(fileName);
        return onDesk(() -> reader.read(file))
                .flatMap(sheet ->
                        idempotency.once(
                                caller.personId(),
                                key,
                                new Input("import", name, sha256(file)),
                                UUID.class,
                                () -> insert(caller, name, sheet)));
    }

    /** An import of the caller's cooperative. Refusals: {@link NotFound}. */
    Mono<ImportView> find(Caller caller, UUID id, Locale locale) {
        return job(caller, id)
                .flatMap(job ->
                        store.marked(id, true, ERROR_ROWS_SHOWN)
                                .zipWith(store.listed(id, PRODUCTS_SHOWN))
                                .map(both -> view(job, both.getT1(), both.getT2(), locale)));
    }

    /** The latest imports of the caller's cooperative, newest first, without their errors. */
    Mono<List<ImportView>> recent(Caller caller) {
        return store.recent(caller.organisationId())
                .map(jobs ->
                        jobs.stream()
                                .map(job -> ImportView.of(job, List.of(), List.of(), List.of()))
                                .toList());
    }

    /**
     * The file with what is wrong in each row: all of it, or what is left of it after the good rows
     * were imported. Refusals: {@link NotFound}.
     */
    Mono<byte[]> marked(Caller caller, UUID id, Locale locale) {
        return job(caller, id)
                .flatMap(job ->
                        store.marked(id, job.appliesGoodRowsOnly(), SheetReader.MOST_ROWS)
                                .zipWith(categories())
                                .flatMap(both ->
                                        onDesk(() ->
                                                writer.marked(
                                                        job.titles(),
                                                        wrongsOf(both.getT1()),
                                                        both.getT2(),
                                                        locale))));
    }

    /**
     * Has the rows listed: all, which must be good, or the good ones. Refusals: {@link NotFound},
     * {@link SheetRefusal.NotReady}, {@link SheetRefusal.BadRows}, {@link
     * SheetRefusal.NothingToImport}.
     */
    Mono<UUID> apply(Caller caller, IdempotencyKey key, UUID id, boolean goodRowsOnly) {
        record Input(String operation, UUID id, boolean goodRowsOnly) {}
        Mono<UUID> work =
                store.choose(id, caller.organisationId(), goodRowsOnly, clock.instant())
                        .filter(chosen -> chosen)
                        .map(_ -> id)
                        .switchIfEmpty(job(caller, id).flatMap(job -> whyNot(job).asError()));
        return idempotency.once(
                caller.personId(),
                key,
                new Input("applyImport", id, goodRowsOnly),
                UUID.class,
                () -> work);
    }

    @Scheduled(fixedDelayString = "PT1H")
    Mono<Void> forgetOldOnes() {
        return Mono.defer(() -> store.deleteOlderThan(clock.instant().minus(KEPT)));
    }

    private Mono<UUID> insert(Caller caller, String fileName, ReadSheet sheet) {
        UUID id = Ids.next(clock);
        return store.insert(
                        id,
                        caller.organisationId(),
                        caller.personId(),
                        fileName,
                        sheet,
                        clock.instant())
                .thenReturn(id);
    }

    private Mono<ImportJob> job(Caller caller, UUID id) {
        return store.find(id, caller.organisationId()).switchIfEmpty(new NotFound().asError());
    }

    private static SheetRefusal whyNot(ImportJob job) {
        if (job.state() != ImportState.CHECKED) {
            return new SheetRefusal.NotReady();
        }
        return job.good() == 0
                ? new SheetRefusal.NothingToImport()
                : new SheetRefusal.BadRows(job.bad());
    }

    private ImportView view(
            ImportJob job, List<MarkedRow> rows, List<ListedRow> products, Locale locale) {
        return ImportView.of(
                job,
                words.notices(job.titles(), locale),
                rows.stream()
                        .flatMap(row ->
                                row.wrongs().stream()
                                        .map(wrong ->
                                                error(
                                                        row.row().number(),
                                                        wrong,
                                                        words.positions(job.titles()),
                                                        locale)))
                        .toList(),
                products);
    }

    private ImportView.RowError error(
            int row, Wrong wrong, Map<Column, Integer> positions, Locale locale) {
        Column column = wrong.column();
        Integer at = column == null ? null : positions.get(column);
        return new ImportView.RowError(
                row,
                at == null ? null : Words.letter(at) + row,
                column == null ? null : words.title(column, locale),
                words.sentence(wrong, locale));
    }

    private static Map<SheetRow, List<Wrong>> wrongsOf(List<MarkedRow> rows) {
        Map<SheetRow, List<Wrong>> wrongs = new LinkedHashMap<>();
        rows.forEach(row -> wrongs.put(row.row(), row.wrongs()));
        return wrongs;
    }

    private Mono<Categories> categories() {
        return catalog.categories().map(Categories::new);
    }

    private <T> Mono<T> onDesk(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(desk);
    }

    private static String shortened(String fileName) {
        String stripped = fileName.replaceAll("\\p{Cntrl}", "").strip();
        String name = stripped.isEmpty() ? "products.xlsx" : stripped;
        return name.length() <= LONGEST_FILE_NAME
                ? name
                : name.substring(name.length() - LONGEST_FILE_NAME);
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
