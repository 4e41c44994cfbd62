package org.consumptionaid.console.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consumptionaid.console.frame.Formats;
import org.consumptionaid.console.market.LedgerEntry;
import org.consumptionaid.console.market.LedgerEntry.Posting;
import org.consumptionaid.console.market.Order;
import org.springframework.stereotype.Component;

/**
 * Where the fen of an order went, from its ledger entries: buyer to cooperative, cooperative to
 * what each part is for, and from there to the households.
 */
@Component
class Flows {

    private static final String REVERSAL = "REVERSAL";

    private final Formats format;

    Flows(Formats format) {
        this.format = format;
    }

    /** Money from one place to another; the names are unique in the picture. */
    record Flow(String from, String to, long fen) {}

    private record Way(String from, String to) {}

    /** In the order in which the money went. */
    List<Flow> of(Order order, List<LedgerEntry> entries) {
        Map<Way, Long> sums = new LinkedHashMap<>();
        for (LedgerEntry entry : entries) {
            for (Posting posting : entry.postings()) {
                // A reversal's postings are those of what it takes back, the other way round.
                if (posting.amountFen() > 0 != entry.kind().equals(REVERSAL)) {
                    add(sums, order, kind(entry), posting);
                }
            }
        }
        List<Flow> flows = new ArrayList<>();
        sums.forEach((way, fen) -> {
            if (fen > 0) {
                flows.add(new Flow(way.from(), way.to(), fen));
            }
        });
        return flows;
    }

    /** Of the entry, or of what it reverses as far as that is in the picture. */
    private static String kind(LedgerEntry entry) {
        if (!entry.kind().equals(REVERSAL) || !touches(entry, "/benefit")) {
            return entry.kind();
        }
        return touches(entry, "/payable") ? "BENEFIT_EARNED" : "BENEFIT_SPLIT";
    }

    private static boolean touches(LedgerEntry entry, String account) {
        return entry.postings().stream().anyMatch(posting -> posting.account().endsWith(account));
    }

    private void add(Map<Way, Long> sums, Order order, String kind, Posting posting) {
        String cooperative = order.supplierName();
        switch (kind) {
            case "BENEFIT_EARNED" ->
                    sums.merge(
                            new Way(order.buyerName(), cooperative),
                            posting.amountFen(),
                            Long::sum);
            case "BENEFIT_SPLIT" -> {
                String mode = format.word("ledger.account", posting.kind());
                sums.merge(new Way(cooperative, mode), posting.amountFen(), Long::sum);
                if (posting.account().startsWith("household/")) {
                    sums.merge(new Way(mode, posting.owner()), posting.amountFen(), Long::sum);
                }
            }
            default -> {}
        }
    }
}
