package org.consumptionaid.marketplace.ordering;

/** One possible step of an order's life. */
record Edge(
        OrderState from, OrderAction action, OrderState to, Side by, Guard guard, StockMove stock) {
    /** Whether the cooperative has earned its money with this step. */
    boolean earns() {
        return to == OrderState.PAID && from != OrderState.PAID && from != OrderState.SETTLED;
    }

    /** Whether what the cooperative had earned is not earned after all. */
    boolean unearns() {
        return from == OrderState.PAID && to == OrderState.ACCEPTED;
    }
}
