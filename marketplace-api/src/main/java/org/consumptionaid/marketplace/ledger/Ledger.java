package org.consumptionaid.marketplace.ledger;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.Ids;
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

    /** The entries about a subject, oldest first, 1000 at most. */
    public Mono<List<EntryView>> entriesAbout(UUID subjectId) {
        return store.entriesAbout(subjectId);
    }

    /**
     * Each organisation's account of this name under this prefix, with what it received and gave.
     */
    public Mono<List<AccountTurnover>> turnovers(
            String prefix, String name, List<UUID> organisationIds) {
        return store.turnovers(prefix, name, organisationIds);
    }
}
