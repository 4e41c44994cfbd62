package org.consumptionaid.marketplace.benefit;

import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What anyone needs to do the splits again: lines of JSON for the auditor's export. */
@Service
public class SplitExport {
    private final SplitStore store;

    SplitExport(SplitStore store) {
        this.store = store;
    }

    /** The splits whose entries lie under these seals, in the order of the entries. */
    public Mono<List<String>> splits(long firstSeal, long lastSeal) {
        return store.exportSplits(firstSeal, lastSeal);
    }

    /** The rules they were made by. */
    public Mono<List<String>> rules(long firstSeal, long lastSeal) {
        return store.exportRules(firstSeal, lastSeal);
    }
}
