package org.consumptionaid.marketplace.benefit;

import java.util.UUID;
import org.consumptionaid.marketplace.ledger.Ledger;
import org.consumptionaid.marketplace.ledger.NewEntry;
import org.consumptionaid.marketplace.ordering.EarningsListener;
import org.consumptionaid.marketplace.ordering.OrderEarned;
import org.consumptionaid.marketplace.ordering.OrderLineView;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Splits what an order earned in the transaction that books it, line by line, by the rule that was
 * in force when the order was placed. A cooperative without a rule keeps all in its benefit
 * account.
 */
@Service
class Splitting implements EarningsListener {
    private final RuleStore rules;
    private final SplitStore splits;
    private final Ledger ledger;

    Splitting(RuleStore rules, SplitStore splits, Ledger ledger) {
        this.rules = rules;
        this.splits = splits;
        this.ledger = ledger;
    }

    @Override
    public Mono<Void> earned(OrderEarned order) {
        return Flux.fromIterable(order.lines())
                .filter(line -> line.acceptedFen() != null && line.acceptedFen() > 0)
                .concatMap(line -> split(order, line))
                .then();
    }

    @Override
    public Mono<Void> unearned(UUID orderId, String orderNumber) {
        return splits.standing(orderId)
                .flatMapMany(Flux::fromIterable)
                .concatMap(entry -> ledger.reverse(entry, orderNumber).then(splits.takeBack(entry)))
                .then();
    }

    private Mono<Void> split(OrderEarned order, OrderLineView line) {
        return rules.inForce(order.supplierId(), line.productId(), order.placedAt())
                .flatMap(rule ->
                        splits.openClaims(order.supplierId(), order.orderId(), line.line())
                                .map(open -> Split.of(rule, fen(line), open)))
                .flatMap(split -> book(order, line, split));
    }

    private Mono<Void> book(OrderEarned order, OrderLineView line, Split split) {
        String note = order.number() + " · " + line.line();
        NewEntry entry =
                new NewEntry(
                        "BENEFIT_SPLIT", order.orderId(), note, split.postings(order.supplierId()));
        return ledger.post(entry)
                .flatMap(id -> splits.insert(order.orderId(), line.line(), id, split));
    }

    private static long fen(OrderLineView line) {
        return line.acceptedFen() == null ? 0 : line.acceptedFen();
    }
}
