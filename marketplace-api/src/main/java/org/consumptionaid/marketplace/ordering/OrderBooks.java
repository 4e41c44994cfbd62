package org.consumptionaid.marketplace.ordering;

import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.ledger.Ledger;
import org.consumptionaid.marketplace.ledger.NewEntry;
import org.consumptionaid.marketplace.ledger.NewPosting;
import org.consumptionaid.marketplace.shared.Money;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What an order writes into the ledger. Cash: {@code payer/…} gives, {@code platform/bank} or
 * {@code platform/card} receives. Entitlement: {@code cooperative/…/payable} gives (the platform
 * owes it), {@code cooperative/…/benefit} receives (what the cooperative has earned, for ever).
 * Paying out turns the debt back to zero. So at any time the platform's cash is what was paid in
 * advance plus what it owes.
 */
@Component
class OrderBooks {
    private final Ledger ledger;

    OrderBooks(Ledger ledger) {
        this.ledger = ledger;
    }

    Mono<UUID> received(OrderHead order, Money amount, CashAccount cash) {
        return post(
                order,
                EntryKind.PAYMENT_RECEIVED,
                payer(order, -amount.fen()),
                cash.posting(amount.fen()));
    }

    Mono<UUID> refunded(OrderHead order, Money amount, CashAccount cash) {
        return post(
                order,
                EntryKind.PAYMENT_REFUNDED,
                cash.posting(-amount.fen()),
                payer(order, amount.fen()));
    }

    Mono<UUID> earned(OrderHead order, Money amount) {
        return post(
                order,
                EntryKind.BENEFIT_EARNED,
                cooperative(order, "payable", -amount.fen()),
                cooperative(order, "benefit", amount.fen()));
    }

    /** The order is not paid in full after all: the last entry of what was earned is reversed. */
    Mono<UUID> unearned(OrderHead order) {
        return ledger.reverseLast(order.id(), EntryKind.BENEFIT_EARNED.name(), order.number());
    }

    Mono<UUID> reversed(OrderHead order, UUID entryId) {
        return ledger.reverse(entryId, order.number());
    }

    Mono<UUID> paidOut(OrderHead order, Money amount) {
        return post(
                order,
                EntryKind.PAID_OUT,
                CashAccount.BANK.posting(-amount.fen()),
                cooperative(order, "payable", amount.fen()));
    }

    private Mono<UUID> post(
            OrderHead order, EntryKind kind, NewPosting giver, NewPosting receiver) {
        return ledger.post(
                new NewEntry(kind.name(), order.id(), order.number(), List.of(giver, receiver)));
    }

    private static NewPosting payer(OrderHead order, long fen) {
        return new NewPosting("payer/" + order.buyerId() + "/purchases", order.buyerId(), fen);
    }

    private static NewPosting cooperative(OrderHead order, String name, long fen) {
        return new NewPosting(
                "cooperative/" + order.supplierId() + "/" + name, order.supplierId(), fen);
    }
}
