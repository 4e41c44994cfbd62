package org.consumptionaid.marketplace.procurement;

import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.ledger.Ledger;
import org.consumptionaid.marketplace.ledger.NewEntry;
import org.consumptionaid.marketplace.ledger.NewPosting;
import org.consumptionaid.marketplace.ordering.Channel;
import org.consumptionaid.marketplace.ordering.OrderListener;
import org.consumptionaid.marketplace.ordering.OrderMoved;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The reserved share as accounts of each unit and year: what is filed is open, then committed,
 * accepted and counted, as its orders are signed, weighed and paid. What is cancelled, returned,
 * credited or taken back moves the other way by itself. An order belongs to the year in which it
 * was placed, whenever it is paid.
 */
@Component
class ReserveBooks implements OrderListener {
    private final ReserveStore store;
    private final Ledger ledger;

    ReserveBooks(ReserveStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    @Override
    public Mono<Void> moved(OrderMoved order) {
        return order.channel() == Channel.PROCUREMENT
                ? store.lockPosition(order.orderId())
                        .defaultIfEmpty(ReserveStore.begin(order.buyerId(), order.placedAt()))
                        .flatMap(before ->
                                move(
                                        order.orderId(),
                                        order.number(),
                                        before,
                                        before.at(Stage.of(order.state()), order.fen())))
                : Mono.empty();
    }

    /** What a filing adds to, or takes from, what is open. */
    Mono<Void> filed(UUID unitId, int year, long moreFen) {
        String account = "unit/" + unitId + "/" + year;
        return moreFen == 0
                ? Mono.empty()
                : ledger.post(
                                new NewEntry(
                                        "RESERVE_FILED",
                                        unitId,
                                        Integer.toString(year),
                                        List.of(
                                                new NewPosting(
                                                        account + "-filed", unitId, -moreFen),
                                                new NewPosting(
                                                        account + "-open", unitId, moreFen))))
                        .then();
    }

    /** An order moves in the accounts, perhaps to another unit's. */
    Mono<Void> move(UUID orderId, String number, Position before, Position after) {
        List<NewPosting> postings = ReserveRules.move(before, after);
        Mono<?> posted =
                postings.isEmpty()
                        ? Mono.empty()
                        : ledger.post(
                                new NewEntry("RESERVE_MOVED", after.unitId(), number, postings));
        return before.equals(after) ? Mono.empty() : posted.then(store.move(orderId, after));
    }
}
