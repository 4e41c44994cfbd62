package org.consumptionaid.marketplace.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final JsonMapper json;

    LedgerExport(Seals seals, JsonMapper json) {
        this.seals = seals;
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
                .publishOn(Schedulers.boundedElastic()) // hashing megabytes is no event loop's work
                .map(journal -> zip(from, to, journal));
    }

    private byte[] zip(LocalDate from, LocalDate to, Journal journal) {
        List<Map.Entry<String, String>> members = new ArrayList<>();
        members.add(Map.entry("seals.jsonl", lines(journal.seals())));
        members.add(Map.entry("entries.jsonl", lines(journal.entries())));
        members.add(Map.entry("proofs.jsonl", lines(journal.proofs())));
        members.add(Map.entry("accounts.jsonl", lines(journal.accounts())));
        String manifest = manifest(from, to, journal.chain(), members) + "\n";
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
