package org.consumptionaid.marketplace.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The journal. Entries are only ever added; a mistake is corrected by an entry the other way round.
 */
@Service
public class Ledger {
    private final LedgerStore store;
    private final Clock clock;

    Ledger(LedgerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Adds an entry in the caller's transaction, opening accounts it names for the first time. */
    public Mono<UUID> post(NewEntry entry) {
        UUID id = Ids.next(clock);
        return store.openAccounts(entry.postings(), clock.instant())
                .then(store.insertEntry(id, entry, clock.instant()))
                .thenReturn(id);
    }

    /**
     * Undoes an entry by one the other way round, in the caller's transaction; a reversal itself is
     * not reversed. Refusals: {@link NotFound}, {@link LedgerRefusal.AlreadyReversed}.
     */
    public Mono<UUID> reverse(UUID entryId, String note) {
        UUID id = Ids.next(clock);
        return store.reverse(entryId, id, note, clock.instant())
                .onErrorMap(
                        DuplicateKeyException.class,
                        _ -> new LedgerRefusal.AlreadyReversed().asException())
                .filter(postings -> postings > 0)
                .switchIfEmpty(new NotFound().asError())
                .thenReturn(id);
    }

    /**
     * Reverses the last entry of a kind about a subject that is not reversed yet, if there is one.
     */
    public Mono<UUID> reverseLast(UUID subjectId, String kind, String note) {
        return store.lastOf(subjectId, kind).flatMap(entry -> reverse(entry, note));
    }

    /** The entries about a subject, oldest first, 1000 at most. */
    public Mono<List<EntryView>> entriesAbout(UUID subjectId) {
        return store.entriesAbout(subjectId);
    }

    /** What an entry is about; empty if there is no such entry. */
    public Mono<UUID> subjectOf(UUID entryId) {
        return store.subjectOf(entryId);
    }

    /** What an account has received less what it gave before a moment, in fen. */
    public Mono<Long> balance(String account, Instant before) {
        return store.balance(account, before);
    }

    /** What entries moved on an account from a moment on and before another, the oldest first. */
    public Mono<List<Movement>> movements(String account, Instant from, Instant to, int limit) {
        return store.movements(account, from, to, limit);
    }

    /**
     * What entries of a kind, with their reversals, moved on each organisation's account of this
     * name under this prefix.
     */
    public Mono<List<AccountTurnover>> turnovers(
            String prefix, String name, String kind, List<UUID> organisationIds) {
        return store.turnovers(prefix, name, kind, organisationIds);
    }
}
