package org.consumptionaid.marketplace.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the seals prove: heads of days, an entry's place under its seal, the journal to recompute.
 */
@Service
public class Seals {
    static final int DAYS_OF_HEADS = 31;

    /** About 40 MB as an export. */
    static final int MOST_ENTRIES_IN_AN_EXPORT = 50_000;

    private final SealStore store;
    private final JsonMapper json;
    private final Clock clock;

    Seals(SealStore store, JsonMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /** The heads of the {@value #DAYS_OF_HEADS} days until one, today if none is given. */
    public Mono<List<DayHead>> heads(@Nullable LocalDate until) {
        LocalDate last = until == null ? BusinessDay.today(clock) : until;
        return store.lastOfDays(last.minusDays(DAYS_OF_HEADS - 1L), last)
                .map(seal -> new DayHead(BusinessDay.of(seal.sealedAt()), seal))
                .collectList();
    }

    /** The proof of an entry. Refusals: {@link NotFound}, {@link LedgerRefusal.NotSealedYet}. */
    public Mono<EntryProof> proof(UUID entryId) {
        return store.entry(entryId)
                .switchIfEmpty(new NotFound().asError())
                .flatMap(entry ->
                        store.sealOf(entryId)
                                .switchIfEmpty(new LedgerRefusal.NotSealedYet().asError())
                                .flatMap(seal ->
                                        store.leaves(seal.number(), seal.number())
                                                .map(leaves -> proof(entry, seal, leaves))));
    }

    /** What was sealed about a subject, and nothing of anybody else's. */
    public Mono<Extract> about(UUID subjectId) {
        return Mono.zip(
                        store.sealsAbout(subjectId),
                        store.sealedAbout(subjectId),
                        store.unsealedAbout(subjectId))
                .flatMap(found ->
                        Flux.fromIterable(found.getT1())
                                .concatMap(seal -> store.leaves(seal.number(), seal.number()))
                                .reduceWith(
                                        ArrayList<SealStore.Leaf>::new,
                                        (all, some) -> {
                                            all.addAll(some);
                                            return all;
                                        })
                                .map(leaves ->
                                        new Extract(
                                                extract(found.getT1(), found.getT2(), leaves),
                                                found.getT3())));
    }

    /** The proofs of these entries alone, in their order. */
    private Journal extract(
            List<SealView> seals, List<Canonical.Entry> entries, List<SealStore.Leaf> leaves) {
        Set<String> wanted =
                entries.stream().map(entry -> entry.id().toString()).collect(Collectors.toSet());
        Journal whole = journal(seals, entries, leaves);
        List<String> proofs =
                whole.proofs().stream()
                        .filter(line ->
                                wanted.contains(json.readTree(line).get("entry").asString()))
                        .toList();
        return new Journal(whole.chain(), whole.seals(), whole.entries(), proofs, whole.accounts());
    }

    /**
     * What was sealed from the first day to the last, both included. Refusals: {@link
     * LedgerRefusal.DaysReversed}, {@link LedgerRefusal.ExportTooLarge}.
     */
    public Mono<Journal> journal(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return new LedgerRefusal.DaysReversed().asError();
        }
        Instant from = BusinessDay.start(first);
        Instant to = BusinessDay.start(last.plusDays(1));
        return store.entriesSealedBetween(from, to)
                .flatMap(entries ->
                        entries > MOST_ENTRIES_IN_AN_EXPORT
                                ? new LedgerRefusal.ExportTooLarge(
                                                entries, MOST_ENTRIES_IN_AN_EXPORT)
                                        .asError()
                                : store.sealsBetween(from, to, MOST_ENTRIES_IN_AN_EXPORT))
                .flatMap(this::journal);
    }

    private Mono<Journal> journal(List<SealView> seals) {
        long first = seals.isEmpty() ? 1 : seals.getFirst().number();
        long last = seals.isEmpty() ? 0 : seals.getLast().number();
        return store.sealedBetween(first, last)
                .zipWith(
                        store.leaves(first, last),
                        (entries, leaves) -> journal(seals, entries, leaves));
    }

    private Journal journal(
            List<SealView> seals, List<Canonical.Entry> entries, List<SealStore.Leaf> leaves) {
        return new Journal(
                seals,
                seals.stream().map(SealView::canonical).toList(),
                entries.stream().map(Canonical.Entry::text).toList(),
                proofs(leaves),
                accounts(entries));
    }

    private record ProofLine(UUID entry, long seal, int position, List<String> path) {}

    private record AccountLine(String account, @Nullable UUID organisation) {}

    private List<String> proofs(List<SealStore.Leaf> leaves) {
        List<String> lines = new ArrayList<>();
        leaves.stream()
                .collect(
                        Collectors.groupingBy(
                                SealStore.Leaf::seal, TreeMap::new, Collectors.toList()))
                .forEach((seal, under) -> {
                    List<String> hashes = under.stream().map(SealStore.Leaf::leaf).toList();
                    List<List<String>> paths = Merkle.paths(hashes);
                    for (int i = 0; i < hashes.size(); i++) {
                        lines.add(
                                json.writeValueAsString(
                                        new ProofLine(
                                                under.get(i).entryId(), seal, i, paths.get(i))));
                    }
                });
        return lines;
    }

    private List<String> accounts(List<Canonical.Entry> entries) {
        TreeMap<String, AccountLine> accounts = new TreeMap<>();
        for (Canonical.Entry entry : entries) {
            for (Canonical.Posting posting : entry.postings()) {
                accounts.put(
                        posting.account(),
                        new AccountLine(posting.account(), posting.organisationId()));
            }
        }
        return accounts.values().stream().map(json::writeValueAsString).toList();
    }

    private static EntryProof proof(
            Canonical.Entry entry, SealView seal, List<SealStore.Leaf> leaves) {
        List<UUID> ids = leaves.stream().map(SealStore.Leaf::entryId).toList();
        List<String> hashes = leaves.stream().map(SealStore.Leaf::leaf).toList();
        int position = ids.indexOf(entry.id());
        return new EntryProof(
                entry.id(),
                entry.subjectId(),
                entry.text(),
                hashes.get(position),
                position,
                Merkle.paths(hashes).get(position),
                seal);
    }
}
