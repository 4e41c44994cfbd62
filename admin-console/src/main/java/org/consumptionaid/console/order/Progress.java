package org.consumptionaid.console.order;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.consumptionaid.console.market.Order;

/**
 * An order's life as a row of steps: those it took, in the order it took them, then those that
 * usually follow. Pay-first and goods-first differ in what was taken when, so no table of either is
 * needed here.
 */
record Progress(String state, boolean current, boolean done) {

    private static final String IN_PARTS = "PARTLY_SHIPPED";
    private static final List<String> LIFE =
            List.of("PLACED", "CONFIRMED", "SHIPPED", "ACCEPTED", "INVOICED", "PAID", "SETTLED");

    static final List<String> ALL_STATES =
            Stream.concat(LIFE.stream(), Stream.of(IN_PARTS, "CANCELLED", "REJECTED")).toList();

    static List<Progress> of(Order order) {
        Set<String> taken = taken(order);
        Set<String> steps = new LinkedHashSet<>(taken);
        String from = order.state().equals(IN_PARTS) ? "SHIPPED" : order.state();
        if (LIFE.contains(from)) {
            steps.addAll(LIFE.subList(LIFE.indexOf(from), LIFE.size()));
        }
        return steps.stream()
                .map(s -> new Progress(s, s.equals(order.state()), taken.contains(s)))
                .toList();
    }

    /** The current state comes last even if the order was in it before. */
    private static Set<String> taken(Order order) {
        Set<String> taken = new LinkedHashSet<>(List.of(LIFE.getFirst()));
        order.events().forEach(event -> taken.add(event.to()));
        taken.remove("DRAFT");
        taken.add(order.state());
        return taken;
    }
}
