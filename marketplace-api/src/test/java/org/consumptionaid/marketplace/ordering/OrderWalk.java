package org.consumptionaid.marketplace.ordering;

/** The life of an order, goods first, for walks of other packages. */
public final class OrderWalk {
    private OrderState state = OrderState.PLACED;

    /** Takes the step if there is one. */
    public void take(String action) {
        OrderFacts facts = new OrderFacts(state, Terms.GOODS_FIRST, 3_680, null, 0);
        OrderLife.step(facts, OrderAction.valueOf(action)).ifPresent(edge -> state = edge.to());
    }

    public boolean isShipped() {
        return state == OrderState.SHIPPED;
    }
}
