package org.consumptionaid.marketplace.remittance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consumptionaid.marketplace.ledger.Ledger;
import org.consumptionaid.marketplace.ledger.NewEntry;
import org.consumptionaid.marketplace.ledger.NewPosting;
import org.consumptionaid.marketplace.remittance.LineStore.Row;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Money of no order that went back to who sent it, in the caller's transaction. */
@Component
class Returns {
    private final LineStore store;
    private final Ledger ledger;

    Returns(LineStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /** Books that what is left of a line came, and that it went. */
    Mono<Void> book(Row line, String reason, String reference) {
        return cash("REMITTANCE_UNASSIGNED", line, line.reference(), line.leftFen())
                .flatMap(arrival ->
                        cash("REMITTANCE_RETURNED", line, reference, -line.leftFen())
                                .flatMap(back ->
                                        store.sendBack(
                                                line.id(), reason, reference, arrival, back)));
    }

    /** Reverses both, if there is something to reverse. */
    Mono<Void> undo(Row line, String reason) {
        return Flux.just(
                        Optional.ofNullable(line.returnEntryId()),
                        Optional.ofNullable(line.arrivalEntryId()))
                .concatMap(Mono::justOrEmpty)
                .concatMap(entry -> ledger.reverse(entry, reason))
                .then();
    }

    /** Moves money between the bank and what nobody knows the order of; + is what the bank gets. */
    private Mono<UUID> cash(String kind, Row line, String note, long fen) {
        return ledger.post(
                new NewEntry(
                        kind,
                        line.id(),
                        note,
                        List.of(
                                new NewPosting("platform/unassigned", null, -fen),
                                new NewPosting("platform/bank", null, fen))));
    }
}
