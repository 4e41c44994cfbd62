package org.consumptionaid.marketplace.remittance;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ordering.OrderingRefusal;
import org.consumptionaid.marketplace.payment.PaymentRefusal;
import org.consumptionaid.marketplace.payment.Payments;
import org.consumptionaid.marketplace.payment.Remitted;
import org.consumptionaid.marketplace.remittance.BankLine.LineState;
import org.consumptionaid.marketplace.remittance.LineStore.Row;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Page;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.consumptionaid.marketplace.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds what the lines of bank statements are for. What leaves no doubt posts by itself; all else
 * waits for a person, and so does every line a person has once decided about. A waiting line is
 * looked at again, for its order may become payable.
 */
@Service
public class Reconciliation {
    static final Duration LOOK_AGAIN_AFTER = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final int LINES_PER_ROUND = 100;
    private static final int LINES_AT_ONCE = 2;
    private static final int MOST_CANDIDATES = 5;
    private static final Duration ROUND_TIMEOUT = Duration.ofSeconds(60);

    private final LineStore store;
    private final Payments payments;
    private final Returns returns;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Clock clock;

    Reconciliation(
            LineStore store,
            Payments payments,
            Returns returns,
            Transactions transactions,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.payments = payments;
        this.returns = returns;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** So much of a line is for the order of this id or, without one, of this number. */
    public record Part(@Nullable UUID orderId, @Nullable String orderNumber, long amountFen) {}

    private record Share(UUID orderId, long amountFen) {}

    /** The lines of a state, newest first; those that wait with the bills they may be for. */
    public Mono<Page<BankLine>> lines(LineState state, UUID before) {
        return store.list(state, before)
                .map(rows -> Page.of(rows, Row::id))
                .flatMap(page ->
                        Flux.fromIterable(page.items())
                                .concatMap(this::view)
                                .collectList()
                                .map(items -> new Page<>(items, page.next())));
    }

    /**
     * The operator says which orders a line is for, in part or whole. Refusals: {@link
     * RemittanceRefusal.MoreThanCame}, {@link RemittanceRefusal.PayerNotDeclared}, {@link
     * RemittanceRefusal.LineDecided}, {@link OrderingRefusal.WrongState}, {@link NotFound}.
     */
    public Mono<BankLine> assign(Caller caller, IdempotencyKey key, UUID id, List<Part> parts) {
        record Input(String operation, UUID id, List<Part> parts) {}
        return once(
                caller,
                key,
                id,
                new Input("assign-line", id, parts),
                waiting(id)
                        .flatMap(line ->
                                shares(parts).flatMap(shares -> assign(caller, line, shares))));
    }

    /**
     * The line is no money for an order, such as the bank's interest. Refusals: {@link
     * RemittanceRefusal.LineDecided} also when some of it is posted, {@link NotFound}.
     */
    public Mono<BankLine> setAside(Caller caller, IdempotencyKey key, UUID id, String reason) {
        record Input(String operation, UUID id, String reason) {}
        return once(
                caller,
                key,
                id,
                new Input("set-line-aside", id, reason),
                waiting(id)
                        .filter(line -> line.postedFen() == 0)
                        .switchIfEmpty(new RemittanceRefusal.LineDecided().asError())
                        .then(store.setAside(id, reason)));
    }

    /**
     * What is left of the line went back to who sent it. The ledger has both, that it came and that
     * it went. Refusals: {@link RemittanceRefusal.LineDecided}, {@link
     * PaymentRefusal.BankReferenceUsed}, {@link NotFound}.
     *
     * @param reference the bank's, of the transfer back
     */
    public Mono<BankLine> sendBack(
            Caller caller, IdempotencyKey key, UUID id, String reason, String reference) {
        record Input(String operation, UUID id, String reason, String reference) {}
        return once(
                caller,
                key,
                id,
                new Input("send-line-back", id, reason, reference),
                waiting(id)
                        .flatMap(line -> returns.book(line, reason, reference))
                        .onErrorMap(
                                DuplicateKeyException.class,
                                _ -> new PaymentRefusal.BankReferenceUsed().asException()));
    }

    /**
     * Takes back what was decided: every payment of the line is reversed, it is set aside no more,
     * or it did not go back. Refusals: {@link RemittanceRefusal.NothingToTakeBack}, {@link
     * OrderingRefusal.WrongState} once a cooperative is paid out, {@link NotFound}.
     */
    public Mono<BankLine> takeBack(Caller caller, IdempotencyKey key, UUID id, String reason) {
        record Input(String operation, UUID id, String reason) {}
        return once(
                caller,
                key,
                id,
                new Input("take-line-back", id, reason),
                store.lock(id)
                        .switchIfEmpty(new NotFound().asError())
                        .filter(line -> line.postedFen() > 0 || line.state() != LineState.WAITING)
                        .switchIfEmpty(new RemittanceRefusal.NothingToTakeBack().asError())
                        .flatMap(line -> returns.undo(line, reason))
                        .then(payments.takeBack(caller, id, reason))
                        .then(store.reopen(id)));
    }

    @Scheduled(fixedDelayString = "PT0.5S")
    Mono<Void> lookAtLines() {
        return Mono.defer(() -> store.toLookAt(clock.instant(), LINES_PER_ROUND))
                .flatMapMany(Flux::fromIterable)
                .flatMap(this::lookAt, LINES_AT_ONCE)
                .then()
                .timeout(ROUND_TIMEOUT)
                .onErrorResume(Exception.class, Reconciliation::nextRound);
    }

    private Mono<Void> lookAt(UUID id) {
        return transactions
                .run(store.lockToLookAt(id).flatMap(this::decide))
                .onErrorResume(
                        RuntimeException.class,
                        error -> {
                            LOG.warn("line {} waits for a person: {}", id, error.toString());
                            return store.later(id, clock.instant().plus(LOOK_AGAIN_AFTER));
                        });
    }

    private Mono<Void> decide(Row line) {
        return payments.adopt(line.id(), line.reference(), line.amountFen())
                .flatMap(adopted ->
                        adopted
                                ? posted(line, line.amountFen())
                                : matches(line).flatMap(matches -> decide(line, matches)));
    }

    private Mono<Void> decide(Row line, List<Match> matches) {
        Finding finding = MatchRules.finding(matches);
        return finding == Finding.EXACT
                ? book(null, line, parts(matches.getFirst().bill()))
                        .then(posted(line, line.leftFen()))
                : store.lookedAt(line.id(), finding, clock.instant().plus(LOOK_AGAIN_AFTER));
    }

    private Mono<Void> posted(Row line, long fen) {
        return store.lookedAt(line.id(), Finding.EXACT, clock.instant())
                .then(store.post(line.id(), fen, false));
    }

    private Mono<List<Share>> shares(List<Part> parts) {
        List<String> numbers =
                parts.stream()
                        .filter(part -> part.orderId() == null)
                        .map(part -> Objects.requireNonNullElse(part.orderNumber(), ""))
                        .toList();
        return store.idsOf(numbers)
                .flatMap(ids -> {
                    List<Share> shares = new ArrayList<>();
                    for (Part part : parts) {
                        UUID id =
                                part.orderId() == null
                                        ? ids.get(part.orderNumber())
                                        : part.orderId();
                        if (id == null) {
                            return new NotFound().asError();
                        }
                        shares.add(new Share(id, part.amountFen()));
                    }
                    return Mono.just(shares);
                });
    }

    private Mono<Void> assign(Caller caller, Row line, List<Share> parts) {
        long sum = parts.stream().mapToLong(Share::amountFen).sum();
        if (sum > line.leftFen()) {
            return new RemittanceRefusal.MoreThanCame(line.leftFen()).asError();
        }
        return requireKnownPayer(line, parts)
                .then(book(caller, line, parts))
                .then(store.post(line.id(), sum, true));
    }

    private Mono<Void> requireKnownPayer(Row line, List<Share> parts) {
        List<UUID> orders = parts.stream().map(Share::orderId).distinct().toList();
        return store.units(line, orders)
                .flatMap(units -> {
                    if (units.size() < orders.size()) {
                        return new NotFound().asError();
                    }
                    return units.stream()
                            .filter(unit ->
                                    !MatchRules.payerFits(
                                            line.payerName(), unit.buyerName(), unit.declared()))
                            .findFirst()
                            .map(unit ->
                                    new RemittanceRefusal.PayerNotDeclared(unit.buyerName())
                                            .<Void>asError())
                            .orElse(Mono.empty());
                });
    }

    /** In the order of the orders' ids, as every use case locks them. */
    private Mono<Void> book(@Nullable Caller by, Row line, List<Share> parts) {
        return Flux.fromIterable(parts)
                .sort(Comparator.comparing(part -> part.orderId().toString()))
                .concatMap(part ->
                        payments.book(
                                by,
                                new Remitted(
                                        line.id(),
                                        part.orderId(),
                                        part.amountFen(),
                                        line.payerName(),
                                        line.reference())))
                .then();
    }

    private Mono<Row> waiting(UUID id) {
        return store.lock(id)
                .switchIfEmpty(new NotFound().asError())
                .filter(line -> line.state() == LineState.WAITING)
                .switchIfEmpty(new RemittanceRefusal.LineDecided().asError());
    }

    private Mono<BankLine> once(
            Caller caller, IdempotencyKey key, UUID id, Object input, Mono<Void> work) {
        return idempotency
                .once(caller.personId(), key, input, UUID.class, () -> work.thenReturn(id))
                .flatMap(store::find)
                .flatMap(this::view);
    }

    private Mono<List<Match>> matches(Row line) {
        MatchRules.Remitted remitted = line.remitted();
        Set<String> codes = new LinkedHashSet<>(MatchRules.codesIn(remitted.text()));
        codes.addAll(MatchRules.slipsIn(remitted.text()));
        return store.bills(line, codes).map(bills -> MatchRules.matches(remitted, bills));
    }

    private Mono<BankLine> view(Row line) {
        return line.state() == LineState.WAITING
                ? matches(line).map(matches -> view(line, matches))
                : Mono.just(view(line, List.of()));
    }

    private static BankLine view(Row line, List<Match> matches) {
        return new BankLine(
                line.id(),
                line.bankName(),
                line.bookedOn(),
                line.amountFen(),
                line.postedFen(),
                line.payerName(),
                line.payerAccount(),
                line.reference(),
                line.purpose(),
                line.state(),
                line.finding(),
                line.setAsideFor(),
                line.returnedFen(),
                line.returnedFor(),
                matches.stream().limit(MOST_CANDIDATES).map(Reconciliation::candidate).toList());
    }

    private static BankLine.Candidate candidate(Match match) {
        Bill bill = match.bill();
        return new BankLine.Candidate(
                bill.code(),
                bill.buyerName(),
                bill.dueFen(),
                match.finding(),
                match.certaintyPercent(),
                match.codeFits(),
                match.amountFits(),
                match.payerFits(),
                bill.shares().stream()
                        .map(share ->
                                new BankLine.Share(
                                        share.orderId(),
                                        share.orderNumber(),
                                        share.supplierName(),
                                        share.dueFen()))
                        .toList());
    }

    private static List<Share> parts(Bill bill) {
        List<Share> parts = new ArrayList<>();
        bill.shares().forEach(share -> parts.add(new Share(share.orderId(), share.dueFen())));
        return parts;
    }

    private static Mono<Void> nextRound(Exception error) {
        LOG.warn("bank lines wait for the next round: {}", error.toString());
        return Mono.empty();
    }
}
