package org.consumptionaid.marketplace.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.ledger.LedgerRefusal.HoldEnded;
import org.consumptionaid.marketplace.ledger.LedgerRefusal.TooLittleLeft;
import org.consumptionaid.marketplace.shared.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Two-phase bookings, such as a pay-out that a second person releases: reserve, then post or void;
 * a hold whose time is over has expired and cannot be posted. All join the caller's transaction.
 */
@Service
public class Holds {
    private final HoldStore store;
    private final LedgerStore accounts;
    private final Ledger ledger;
    private final Clock clock;

    Holds(HoldStore store, LedgerStore accounts, Ledger ledger, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Promises money that the giver has and has not promised yet. Refusals: {@link TooLittleLeft}.
     */
    public Mono<UUID> reserve(NewHold hold) {
        UUID id = Ids.next(clock);
        Instant now = clock.instant();
        return accounts.openAccounts(List.of(hold.receiver()), now)
                .then(store.lock(hold.giver()))
                .then(store.left(hold.giver(), now))
                .filter(left -> left >= hold.receiver().amountFen())
                .switchIfEmpty(new TooLittleLeft().asError())
                .then(store.insert(id, hold, now))
                .thenReturn(id);
    }

    /** Moves the promised money and answers the entry. Refusals: {@link HoldEnded}. */
    public Mono<UUID> post(UUID holdId) {
        return store.open(holdId, clock.instant())
                .switchIfEmpty(new HoldEnded().asError())
                .flatMap(hold ->
                        ledger.post(hold.entry()).flatMap(entry -> end(holdId, "POSTED", entry)));
    }

    /** Takes the promise back. Refusals: {@link HoldEnded}. */
    public Mono<Void> voidHold(UUID holdId) {
        return store.open(holdId, clock.instant())
                .switchIfEmpty(new HoldEnded().asError())
                .then(store.end(holdId, "VOIDED", null, clock.instant()))
                .onErrorMap(DuplicateKeyException.class, _ -> new HoldEnded().asException());
    }

    private Mono<UUID> end(UUID holdId, String outcome, UUID entry) {
        return store.end(holdId, outcome, entry, clock.instant())
                .onErrorMap(DuplicateKeyException.class, _ -> new HoldEnded().asException())
                .thenReturn(entry);
    }
}
