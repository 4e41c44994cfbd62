package org.consumptionaid.marketplace.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.ledger.Extract;
import org.consumptionaid.marketplace.ledger.Journal;
import org.consumptionaid.marketplace.ledger.SealView;
import org.consumptionaid.marketplace.ledger.Seals;
import org.consumptionaid.marketplace.supervision.ExportFile.Listed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * The entries about one order with their proofs, in a file that {@code infra/VerifyLedger.java}
 * recomputes without us. Whoever asks must have been let see the order.
 */
@Service
public class LedgerExtract {
    private static final int FORMAT = 2;

    private final Seals seals;
    private final JsonMapper json;

    LedgerExtract(Seals seals, JsonMapper json) {
        this.seals = seals;
        this.json = json;
    }

    private record Manifest(
            int format,
            UUID subject,
            long unsealed,
            @Nullable Long headNumber,
            @Nullable String headHash,
            List<Listed> members) {}

    /** The zip. */
    public Mono<byte[]> zip(UUID orderId) {
        return seals.about(orderId)
                .publishOn(Schedulers.boundedElastic())
                .map(extract -> zip(orderId, extract));
    }

    private byte[] zip(UUID orderId, Extract extract) {
        Journal journal = extract.journal();
        List<Map.Entry<String, String>> members = new ArrayList<>();
        members.add(Map.entry("seals.jsonl", lines(journal.seals())));
        members.add(Map.entry("entries.jsonl", lines(journal.entries())));
        members.add(Map.entry("proofs.jsonl", lines(journal.proofs())));
        members.add(Map.entry("accounts.jsonl", lines(journal.accounts())));
        String manifest = manifest(orderId, extract, members) + "\n";
        members.addFirst(Map.entry("manifest.json", manifest));
        members.addFirst(
                Map.entry("manifest.sha256", Listed.of("manifest.json", manifest).sha256() + "\n"));
        return ExportFile.of(members);
    }

    private String manifest(
            UUID orderId, Extract extract, List<Map.Entry<String, String>> members) {
        List<SealView> chain = extract.journal().chain();
        SealView head = chain.isEmpty() ? null : chain.getLast();
        return json.writeValueAsString(
                new Manifest(
                        FORMAT,
                        orderId,
                        extract.unsealed(),
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
