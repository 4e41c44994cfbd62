package org.consumptionaid.marketplace.payment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.ledger.AccountTurnover;

/** What a cooperative has earned by paid orders, and what of it has been paid out. */
public record Benefit(
        UUID organisationId, String organisationName, long benefitFen, long paidOutFen) {
    static List<Benefit> of(List<AccountTurnover> earned, List<AccountTurnover> paidOut) {
        Map<UUID, Long> out =
                paidOut.stream()
                        .collect(
                                Collectors.toMap(
                                        AccountTurnover::organisationId, AccountTurnover::fen));
        return earned.stream()
                .map(benefit ->
                        new Benefit(
                                benefit.organisationId(),
                                benefit.organisationName(),
                                benefit.fen(),
                                out.getOrDefault(benefit.organisationId(), 0L)))
                .toList();
    }
}
