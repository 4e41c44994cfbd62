package org.consumptionaid.marketplace.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consumptionaid.marketplace.benefit.SplitExport;
import org.consumptionaid.marketplace.ledger.Journal;
import org.consumptionaid.marketplace.ledger.LedgerRefusal;
import org.consumptionaid.marketplace.ledger.SealView;
import org.consumptionaid.marketplace.ledger.Seals;
import org.consumptionaid.marketplace.supervision.ExportFile.Listed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal of some days in a file that {@code infra/VerifyLedger.java} recomputes without us.
 */
@Service
public class LedgerExport {
    private static final int FORMAT = 1;

    private final Seals seals;
    private final SplitExport splits;
    private final FigureExport figures;
    private final JsonMapper json;

    LedgerExport(Seals seals, SplitExport splits, FigureExport figures, JsonMapper json) {
        this.seals = seals;
        this.splits = splits;
        this.figures = figures;
        this.json = json;
    }

    private record Manifest(
            int format,
            LocalDate from,
            LocalDate to,
            @Nullable Long headNumber,
            @Nullable String headHash,
            List<Listed> members) {}

    /**
     * A zip of what was sealed from the first day to the last. Refusals: {@link
     * LedgerRefusal.DaysReversed}, {@link LedgerRefusal.ExportTooLarge}.
     */
    public Mono<byte[]> zip(LocalDate from, LocalDate to) {
        return seals.journal(from, to)
                .flatMap(journal -> members(from, to, journal))
                .publishOn(Schedulers.boundedElastic()) // hashing megabytes is no event loop's work
                .map(parts -> zip(from, to, parts));
    }

    /** The journal and what else goes into the file, by the member's name. */
    private record Parts(Journal journal, Map<String, List<String>> members) {}

    private Mono<Parts> members(LocalDate from, LocalDate to, Journal journal) {
        long first = journal.firstSeal();
        long last = journal.lastSeal();
        Map<String, List<String>> members = new LinkedHashMap<>();
        members.put("seals.jsonl", journal.seals());
        members.put("entries.jsonl", journal.entries());
        members.put("proofs.jsonl", journal.proofs());
        members.put("accounts.jsonl", journal.accounts());
        return add(members, "splits.jsonl", splits.splits(first, last))
                .then(add(members, "rules.jsonl", splits.rules(first, last)))
                .then(add(members, "figures.jsonl", figures.figures(from, to)))
                .then(add(members, "households.jsonl", figures.households(first, last)))
                .then(add(members, "cooperatives.jsonl", figures.cooperatives(first, last)))
                .thenReturn(new Parts(journal, members));
    }

    private static Mono<List<String>> add(
            Map<String, List<String>> members, String name, Mono<List<String>> lines) {
        return lines.doOnNext(found -> members.put(name, found));
    }

    private byte[] zip(LocalDate from, LocalDate to, Parts parts) {
        List<Map.Entry<String, String>> members = new ArrayList<>();
        parts.members().forEach((name, rows) -> members.add(Map.entry(name, lines(rows))));
        String manifest = manifest(from, to, parts.journal().chain(), members) + "\n";
        members.addFirst(Map.entry("manifest.json", manifest));
        members.addFirst(
                Map.entry("manifest.sha256", Listed.of("manifest.json", manifest).sha256() + "\n"));
        return ExportFile.of(members);
    }

    private String manifest(
            LocalDate from,
            LocalDate to,
            List<SealView> chain,
            List<Map.Entry<String, String>> members) {
        SealView head = chain.isEmpty() ? null : chain.getLast();
        return json.writeValueAsString(
                new Manifest(
                        FORMAT,
                        from,
                        to,
                        head == null ? null : head.number(),
                        head == null ? null : head.hash(),
                        members.stream()
                                .map(member -> Listed.of(member.getKey(), member.getValue()))
                                .toList()));
    }

    private static String lines(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
