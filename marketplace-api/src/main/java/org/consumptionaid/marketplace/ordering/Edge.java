package org.consumptionaid.marketplace.ordering;

import java.util.ArrayList;
import java.util.List;

/** One possible step of an order's life. */
record Edge(
        OrderState from, OrderAction action, OrderState to, Side by, Guard guard, StockMove stock) {
    /** Whether the cooperative has earned its money with this step. */
    boolean earns() {
        boolean wasEarned = from == OrderState.PAID || from == OrderState.SETTLED;
        return to == OrderState.PAID && (!wasEarned || action == OrderAction.CREDIT);
    }

    /** Whether what the cooperative had earned is not earned after all. */
    boolean unearns() {
        return from == OrderState.PAID
                && (to == OrderState.ACCEPTED || action == OrderAction.CREDIT);
    }

    /** What the step writes into the ledger, in this order. */
    List<EntryKind> books() {
        List<EntryKind> kinds = new ArrayList<>(cash());
        if (unearns()) {
            kinds.add(EntryKind.REVERSAL);
        }
        if (earns()) {
            kinds.add(EntryKind.BENEFIT_EARNED);
        }
        return kinds;
    }

    private List<EntryKind> cash() {
        return switch (action) {
            case PAY -> List.of(EntryKind.PAYMENT_RECEIVED);
            case REFUND -> List.of(EntryKind.PAYMENT_REFUNDED);
            case REVERSE, BOUNCE, KEEP -> List.of(EntryKind.REVERSAL);
            case SETTLE -> List.of(EntryKind.PAID_OUT);
            case PLACE,
                    CONFIRM,
                    REFUSE,
                    CANCEL,
                    CHANGE,
                    SHIP,
                    CLOSE,
                    ACCEPT,
                    RESTOCK,
                    INVOICE,
                    REINVOICE,
                    COMPLAIN,
                    CREDIT,
                    DROP,
                    EXPIRE ->
                    List.of();
        };
    }
}
