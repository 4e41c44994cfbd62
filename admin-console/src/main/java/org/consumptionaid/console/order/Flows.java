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
                if (posting.amountFen() > 0) {
                    add(sums, order, entry, posting);
                }
            }
        }
        List<Flow> flows = new ArrayList<>();
        sums.forEach((way, fen) -> flows.add(new Flow(way.from(), way.to(), fen)));
        return flows;
    }

    private void add(Map<Way, Long> sums, Order order, LedgerEntry entry, Posting posting) {
        String cooperative = order.supplierName();
        switch (entry.kind()) {
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
