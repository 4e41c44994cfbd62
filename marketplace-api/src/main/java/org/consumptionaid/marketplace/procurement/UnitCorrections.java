package org.consumptionaid.marketplace.procurement;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.procurement.CorrectionStore.Locked;
import org.consumptionaid.marketplace.procurement.CorrectionView.State;
import org.consumptionaid.marketplace.procurement.ReserveRefusal.CorrectionDecided;
import org.consumptionaid.marketplace.procurement.ReserveRefusal.CorrectionOpen;
import org.consumptionaid.marketplace.procurement.ReserveRefusal.CountsForNothing;
import org.consumptionaid.marketplace.procurement.ReserveRefusal.RefusalUnexplained;
import org.consumptionaid.marketplace.procurement.ReserveRefusal.SameUnit;
import org.consumptionaid.marketplace.procurement.ReserveRefusal.UnknownUnit;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Orders that were made for the wrong unit. Who made it asks; the unit it shall count for and the
 * operator agree; the second yes moves it in the accounts. Who bought, what was delivered and who
 * pays stays as it is.
 */
@Service
public class UnitCorrections {
    private final CorrectionStore store;
    private final ReserveStore positions;
    private final ReserveBooks books;
    private final Ordering ordering;
    private final Idempotency idempotency;
    private final Clock clock;

    UnitCorrections(
            CorrectionStore store,
            ReserveStore positions,
            ReserveBooks books,
            Ordering ordering,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.positions = positions;
        this.books = books;
        this.ordering = ordering;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Those of the caller's unit, all for operator and auditor; open ones first. */
    public Mono<List<CorrectionView>> all(Caller caller) {
        return store.list(caller);
    }

    /** Those of an order that the caller may see, and is a side of. Refusals: {@link NotFound}. */
    public Mono<List<CorrectionView>> ofOrder(Caller caller, UUID orderId) {
        return ordering.order(caller, orderId).then(store.ofOrder(caller, orderId));
    }

    /**
     * The buyer asks that its order counts for another unit. Refusals: {@link NotFound}, {@link
     * UnknownUnit}, {@link SameUnit}, {@link CountsForNothing}, {@link CorrectionOpen}.
     */
    Mono<CorrectionView> ask(
            Caller caller, IdempotencyKey key, UUID orderId, String unitName, String reason) {
        record Input(String operation, UUID orderId, String unitName, String reason) {}
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("correct-unit", orderId, unitName, reason),
                        UUID.class,
                        () ->
                                ordering.order(caller, orderId)
                                        .then(write(caller, orderId, unitName, reason)))
                .flatMap(id -> find(caller, id));
    }

    /**
     * The unit it shall count for, or the operator, agrees or refuses. Refusals: {@link NotFound},
     * {@link CorrectionDecided}, {@link RefusalUnexplained}.
     */
    Mono<CorrectionView> decide(
            Caller caller, IdempotencyKey key, UUID id, boolean agrees, String reason) {
        record Input(String operation, UUID id, boolean agrees, String reason) {}
        if (!agrees && reason.isEmpty()) {
            return new RefusalUnexplained().asError();
        }
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("decide-correction", id, agrees, reason),
                        UUID.class,
                        () -> decide(caller, id, agrees, reason))
                .flatMap(done -> find(caller, done));
    }

    private Mono<UUID> write(Caller caller, UUID orderId, String unitName, String reason) {
        UUID id = Ids.next(clock);
        return store.unit(unitName)
                .switchIfEmpty(new UnknownUnit().asError())
                .zipWith(
                        positions
                                .lockPosition(orderId)
                                .filter(position -> position.stage() != Stage.NONE)
                                .switchIfEmpty(new CountsForNothing().asError()))
                .flatMap(found -> {
                    UUID to = found.getT1();
                    UUID from = found.getT2().unitId();
                    return to.equals(from)
                            ? new SameUnit().<Void>asError()
                            : store.insert(
                                    id,
                                    orderId,
                                    from,
                                    to,
                                    reason,
                                    caller.personId(),
                                    clock.instant());
                })
                .onErrorMap(DuplicateKeyException.class, _ -> new CorrectionOpen().asException())
                .thenReturn(id);
    }

    private Mono<UUID> decide(Caller caller, UUID id, boolean agrees, String reason) {
        boolean operator = caller.role() == Role.OPERATOR;
        return store.lock(caller, id)
                .switchIfEmpty(new NotFound().asError())
                .filter(found -> found.state() == State.ASKED && !found.hasAgreed(operator))
                .switchIfEmpty(new CorrectionDecided().asError())
                .flatMap(found ->
                        agrees ? agree(caller, id, found) : store.end(id, State.REFUSED, reason))
                .thenReturn(id);
    }

    private Mono<Void> agree(Caller caller, UUID id, Locked found) {
        boolean isSecond = found.hasAgreed(caller.role() != Role.OPERATOR);
        Mono<Void> agreed = store.agree(caller, id, clock.instant());
        return isSecond
                ? agreed.then(
                                positions
                                        .lockPosition(found.orderId())
                                        .flatMap(before ->
                                                books.move(
                                                        found.orderId(),
                                                        found.number(),
                                                        before,
                                                        before.of(found.toUnit()))))
                        .then(store.end(id, State.DONE, ""))
                : agreed;
    }

    private Mono<CorrectionView> find(Caller caller, UUID id) {
        return store.find(caller, id).switchIfEmpty(new NotFound().asError());
    }
}
