package org.consumptionaid.marketplace.sheets;

import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.catalog.Catalog;
import org.consumptionaid.marketplace.catalog.Category;
import org.consumptionaid.marketplace.catalog.DraftRefused;
import org.consumptionaid.marketplace.catalog.ProductView;
import org.consumptionaid.marketplace.certification.Certification;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;
import org.consumptionaid.marketplace.shared.Passing;
import org.consumptionaid.marketplace.shared.Transactions;
import org.consumptionaid.marketplace.sheets.ImportStore.NumberedDraft;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Works off imports that wait: checks their rows piece by piece, and carries out what was chosen,
 * each in one transaction that holds the import. Any number of workers can run; one that is killed
 * leaves its piece to the next.
 */
@Component
class ImportWorker {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final int PIECES_A_ROUND = 20;
    private static final int MOST_TRIES = 5;
    private static final Duration ROUND_TIMEOUT = Duration.ofMinutes(1);

    private final ImportStore store;
    private final Catalog catalog;
    private final Certification certification;
    private final Transactions transactions;
    private final Validator validator;
    private final PriceCheck prices;
    private final Words words;
    private final Clock clock;

    ImportWorker(
            ImportStore store,
            Catalog catalog,
            Certification certification,
            Transactions transactions,
            Validator validator,
            PriceCheck prices,
            Words words,
            Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.certification = certification;
        this.transactions = transactions;
        this.validator = validator;
        this.prices = prices;
        this.words = words;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT0.25S")
    Mono<Void> check() {
        return Mono.defer(this::checkPiece)
                .repeat(PIECES_A_ROUND)
                .takeUntil(idle -> idle)
                .then()
                .timeout(ROUND_TIMEOUT)
                .onErrorResume(Exception.class, ImportWorker::nextRound);
    }

    @Scheduled(fixedDelayString = "PT0.25S")
    Mono<Void> apply() {
        return Mono.defer(this::applyOne).onErrorResume(Exception.class, ImportWorker::nextRound);
    }

    /** Whether there was nothing to do. */
    private Mono<Boolean> checkPiece() {
        return transactions
                .run(
                        store.take(ImportState.CHECKING)
                                .flatMap(job ->
                                        checkPiece(job)
                                                .onErrorMap(error -> new Failed(job.id(), error))))
                .map(_ -> false)
                .defaultIfEmpty(true)
                .onErrorResume(Failed.class, failed -> fail(failed).thenReturn(false));
    }

    private Mono<UUID> checkPiece(ImportJob job) {
        return store.unchecked(job.id())
                .flatMap(rows -> checked(job, rows))
                .flatMap(rows -> store.save(job.id(), rows).thenReturn(rows))
                .then(store.count(job.id(), clock.instant()))
                .thenReturn(job.id());
    }

    private Mono<List<CheckedRow>> checked(ImportJob job, List<SheetRow> rows) {
        Map<Column, Integer> positions = words.positions(job.titles());
        return Mono.zip(
                        catalog.categories(),
                        own(job, rows, positions),
                        certified(job),
                        store.earlierKeys(job.id()))
                .flatMap(found -> {
                    Categories categories = new Categories(found.getT1());
                    Known known = new Known(found.getT2(), found.getT3(), found.getT4());
                    List<CheckedRow> checked =
                            rows.stream()
                                    .map(row ->
                                            RowRules.check(
                                                    validator,
                                                    categories,
                                                    known,
                                                    row.number(),
                                                    row.byColumn(positions)))
                                    .toList();
                    return prices.judge(checked, known);
                });
    }

    private Mono<Set<String>> certified(ImportJob job) {
        return catalog.categories()
                .map(all -> all.stream().map(Category::code).collect(Collectors.toSet()))
                .flatMap(codes -> certification.inForceAmong(job.organisationId(), codes));
    }

    private Mono<List<ProductView>> own(
            ImportJob job, List<SheetRow> rows, Map<Column, Integer> positions) {
        List<UUID> ids =
                texts(rows, positions, Column.ID).stream()
                        .map(ProductMark::of)
                        .flatMap(Optional::stream)
                        .map(ProductMark::id)
                        .toList();
        return catalog.ownProductsAmong(
                job.organisationId(), ids, texts(rows, positions, Column.NAME));
    }

    private static List<String> texts(
            List<SheetRow> rows, Map<Column, Integer> positions, Column column) {
        Integer at = positions.get(column);
        return at == null
                ? List.of()
                : rows.stream().map(row -> row.cell(at).text().strip()).distinct().toList();
    }

    private Mono<Void> applyOne() {
        return transactions
                .run(
                        store.take(ImportState.APPLYING)
                                .flatMap(job ->
                                        store.drafts(job.id())
                                                .flatMap(drafts -> save(job, drafts))
                                                .onErrorMap(error -> new Failed(job.id(), error))),
                        Catalog.MANY_TIMEOUT)
                .onErrorResume(Failed.class, this::applicationFailed)
                .then();
    }

    private Mono<Void> save(ImportJob job, List<NumberedDraft> drafts) {
        Caller caller = new Caller(job.personId(), job.organisationId(), Role.COOPERATIVE);
        return catalog.saveAll(
                        caller, drafts.stream().map(row -> row.draft().forCatalog()).toList())
                .onErrorMap(
                        DraftRefused.class,
                        refused ->
                                new RowRefused(
                                        drafts.get(refused.position()).number(),
                                        Wrong.of(refused.refusal())))
                .flatMap(products -> store.link(job.id(), drafts, products))
                .then(
                        Mono.defer(() ->
                                store.setState(job.id(), ImportState.APPLIED, clock.instant())));
    }

    /** A refused row is shown as bad, and the cooperative chooses anew. */
    private Mono<Void> applicationFailed(Failed failed) {
        return failed.getCause() instanceof RowRefused refused
                ? transactions.run(
                        store.setState(failed.id, ImportState.CHECKING, clock.instant())
                                .then(store.refuseRow(failed.id, refused.row, refused.wrong))
                                .then(store.count(failed.id, clock.instant())))
                : fail(failed);
    }

    /** What may be better in a moment is tried again, so many times; a defect ends the import. */
    private Mono<Void> fail(Failed failed) {
        if (Passing.mayPass(failed.getCause())) {
            return store.missed(failed.id, MOST_TRIES, clock.instant())
                    .then(nextRound(failed))
                    .onErrorResume(DataAccessException.class, ImportWorker::nextRound);
        }
        LOG.error("import {} failed", failed.id, failed.getCause());
        return store.setState(failed.id, ImportState.FAILED, clock.instant());
    }

    private static Mono<Void> nextRound(Exception error) {
        LOG.warn("imports wait for the next round: {}", error.toString());
        return Mono.empty();
    }

    /** Carries an import's id out of its transaction. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final UUID id;

        Failed(UUID id, Throwable cause) {
            super(cause);
            this.id = id;
        }
    }

    private static final class RowRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int row;
        private final transient Wrong wrong;

        RowRefused(int row, Wrong wrong) {
            super("row " + row, null, false, false);
            this.row = row;
            this.wrong = wrong;
        }
    }
}
