package org.consumptionaid.marketplace.ordering;

import static org.consumptionaid.marketplace.ordering.Guard.ALWAYS;
import static org.consumptionaid.marketplace.ordering.Guard.EVEN;
import static org.consumptionaid.marketplace.ordering.Guard.MAY_COME_BACK;
import static org.consumptionaid.marketplace.ordering.Guard.MAY_LEAVE;
import static org.consumptionaid.marketplace.ordering.Guard.MAY_LEAVE_IN_PART;
import static org.consumptionaid.marketplace.ordering.Guard.NOTHING_ACCEPTED;
import static org.consumptionaid.marketplace.ordering.Guard.PAID_IN_FULL;
import static org.consumptionaid.marketplace.ordering.Guard.PAY_FIRST;
import static org.consumptionaid.marketplace.ordering.Guard.PAY_FIRST_UNPAID;
import static org.consumptionaid.marketplace.ordering.Guard.UNDER_WAY;
import static org.consumptionaid.marketplace.ordering.Guard.UNPAID;
import static org.consumptionaid.marketplace.ordering.OrderAction.ACCEPT;
import static org.consumptionaid.marketplace.ordering.OrderAction.BOUNCE;
import static org.consumptionaid.marketplace.ordering.OrderAction.CANCEL;
import static org.consumptionaid.marketplace.ordering.OrderAction.CHANGE;
import static org.consumptionaid.marketplace.ordering.OrderAction.CLOSE;
import static org.consumptionaid.marketplace.ordering.OrderAction.COMPLAIN;
import static org.consumptionaid.marketplace.ordering.OrderAction.CONFIRM;
import static org.consumptionaid.marketplace.ordering.OrderAction.CREDIT;
import static org.consumptionaid.marketplace.ordering.OrderAction.DROP;
import static org.consumptionaid.marketplace.ordering.OrderAction.EXPIRE;
import static org.consumptionaid.marketplace.ordering.OrderAction.INVOICE;
import static org.consumptionaid.marketplace.ordering.OrderAction.KEEP;
import static org.consumptionaid.marketplace.ordering.OrderAction.PAY;
import static org.consumptionaid.marketplace.ordering.OrderAction.PLACE;
import static org.consumptionaid.marketplace.ordering.OrderAction.REFUND;
import static org.consumptionaid.marketplace.ordering.OrderAction.REFUSE;
import static org.consumptionaid.marketplace.ordering.OrderAction.REINVOICE;
import static org.consumptionaid.marketplace.ordering.OrderAction.RESTOCK;
import static org.consumptionaid.marketplace.ordering.OrderAction.REVERSE;
import static org.consumptionaid.marketplace.ordering.OrderAction.SETTLE;
import static org.consumptionaid.marketplace.ordering.OrderAction.SHIP;
import static org.consumptionaid.marketplace.ordering.OrderState.ACCEPTED;
import static org.consumptionaid.marketplace.ordering.OrderState.CANCELLED;
import static org.consumptionaid.marketplace.ordering.OrderState.CONFIRMED;
import static org.consumptionaid.marketplace.ordering.OrderState.DRAFT;
import static org.consumptionaid.marketplace.ordering.OrderState.INVOICED;
import static org.consumptionaid.marketplace.ordering.OrderState.PAID;
import static org.consumptionaid.marketplace.ordering.OrderState.PARTLY_SHIPPED;
import static org.consumptionaid.marketplace.ordering.OrderState.PLACED;
import static org.consumptionaid.marketplace.ordering.OrderState.REJECTED;
import static org.consumptionaid.marketplace.ordering.OrderState.SETTLED;
import static org.consumptionaid.marketplace.ordering.OrderState.SHIPPED;
import static org.consumptionaid.marketplace.ordering.Side.BUYER;
import static org.consumptionaid.marketplace.ordering.Side.OPERATOR;
import static org.consumptionaid.marketplace.ordering.Side.PLATFORM;
import static org.consumptionaid.marketplace.ordering.Side.SUPPLIER;
import static org.consumptionaid.marketplace.ordering.StockMove.NONE;
import static org.consumptionaid.marketplace.ordering.StockMove.RELEASE;
import static org.consumptionaid.marketplace.ordering.StockMove.SELL;
import static org.consumptionaid.marketplace.ordering.StockMove.TAKE_BACK;

import java.util.List;
import java.util.Optional;

/**
 * The whole life of an order, as one table. Of several edges of the same state and action the first
 * whose guard holds is taken. Goods first and pay first are guards on the same table. An order is
 * shipped and accepted in parts; it counts as accepted, and costs what was accepted, once nothing
 * more comes. It is owed for from {@code PAID} on: whichever edge enters that state books what the
 * cooperative has earned. Money that was under way when an order was paid or went off arrives all
 * the same: it is booked, and is then to be refunded. A payment booked by mistake is taken back
 * until the cooperative has been paid out. What comes of a complaint lowers what was accepted, and
 * with it what the order costs and has earned. A changed order is another one in the place of this.
 */
final class OrderLife {
    static final List<Edge> TABLE =
            List.of(
                    new Edge(DRAFT, PLACE, PLACED, BUYER, ALWAYS, NONE),
                    new Edge(PLACED, CONFIRM, CONFIRMED, SUPPLIER, ALWAYS, NONE),
                    new Edge(PLACED, REFUSE, REJECTED, SUPPLIER, ALWAYS, RELEASE),
                    new Edge(PLACED, CANCEL, CANCELLED, BUYER, ALWAYS, RELEASE),
                    new Edge(PLACED, EXPIRE, CANCELLED, PLATFORM, ALWAYS, RELEASE),
                    new Edge(PLACED, CHANGE, CANCELLED, BUYER, UNPAID, RELEASE),
                    new Edge(CONFIRMED, CHANGE, CANCELLED, BUYER, UNPAID, RELEASE),
                    new Edge(CONFIRMED, PAY, CONFIRMED, BUYER, PAY_FIRST, NONE),
                    new Edge(CONFIRMED, CANCEL, CANCELLED, BUYER, ALWAYS, RELEASE),
                    new Edge(CONFIRMED, EXPIRE, CANCELLED, PLATFORM, PAY_FIRST_UNPAID, RELEASE),
                    new Edge(CONFIRMED, CLOSE, CANCELLED, SUPPLIER, ALWAYS, RELEASE),
                    new Edge(CONFIRMED, SHIP, PARTLY_SHIPPED, SUPPLIER, MAY_LEAVE_IN_PART, SELL),
                    new Edge(CONFIRMED, SHIP, SHIPPED, SUPPLIER, MAY_LEAVE, SELL),
                    new Edge(
                            PARTLY_SHIPPED,
                            SHIP,
                            PARTLY_SHIPPED,
                            SUPPLIER,
                            MAY_LEAVE_IN_PART,
                            SELL),
                    new Edge(PARTLY_SHIPPED, SHIP, SHIPPED, SUPPLIER, MAY_LEAVE, SELL),
                    new Edge(PARTLY_SHIPPED, PAY, PARTLY_SHIPPED, BUYER, PAY_FIRST, NONE),
                    new Edge(PARTLY_SHIPPED, ACCEPT, PARTLY_SHIPPED, BUYER, ALWAYS, NONE),
                    new Edge(PARTLY_SHIPPED, CLOSE, SHIPPED, SUPPLIER, UNDER_WAY, RELEASE),
                    new Edge(PARTLY_SHIPPED, CLOSE, REJECTED, SUPPLIER, NOTHING_ACCEPTED, RELEASE),
                    new Edge(PARTLY_SHIPPED, CLOSE, PAID, SUPPLIER, PAID_IN_FULL, RELEASE),
                    new Edge(PARTLY_SHIPPED, CLOSE, ACCEPTED, SUPPLIER, ALWAYS, RELEASE),
                    new Edge(SHIPPED, ACCEPT, SHIPPED, BUYER, UNDER_WAY, NONE),
                    new Edge(SHIPPED, ACCEPT, REJECTED, BUYER, NOTHING_ACCEPTED, NONE),
                    new Edge(SHIPPED, ACCEPT, PAID, BUYER, PAID_IN_FULL, NONE),
                    new Edge(SHIPPED, ACCEPT, ACCEPTED, BUYER, ALWAYS, NONE),
                    new Edge(PARTLY_SHIPPED, RESTOCK, PARTLY_SHIPPED, SUPPLIER, ALWAYS, TAKE_BACK),
                    new Edge(SHIPPED, RESTOCK, SHIPPED, SUPPLIER, ALWAYS, TAKE_BACK),
                    new Edge(ACCEPTED, RESTOCK, ACCEPTED, SUPPLIER, ALWAYS, TAKE_BACK),
                    new Edge(INVOICED, RESTOCK, INVOICED, SUPPLIER, ALWAYS, TAKE_BACK),
                    new Edge(PAID, RESTOCK, PAID, SUPPLIER, ALWAYS, TAKE_BACK),
                    new Edge(SETTLED, RESTOCK, SETTLED, SUPPLIER, ALWAYS, TAKE_BACK),
                    new Edge(REJECTED, RESTOCK, REJECTED, SUPPLIER, ALWAYS, TAKE_BACK),
                    new Edge(ACCEPTED, INVOICE, INVOICED, SUPPLIER, ALWAYS, NONE),
                    new Edge(ACCEPTED, PAY, PAID, BUYER, PAID_IN_FULL, NONE),
                    new Edge(ACCEPTED, PAY, ACCEPTED, BUYER, ALWAYS, NONE),
                    new Edge(INVOICED, PAY, PAID, BUYER, PAID_IN_FULL, NONE),
                    new Edge(INVOICED, PAY, INVOICED, BUYER, ALWAYS, NONE),
                    new Edge(PAID, INVOICE, PAID, SUPPLIER, ALWAYS, NONE),
                    new Edge(PAID, PAY, PAID, BUYER, ALWAYS, NONE),
                    new Edge(ACCEPTED, COMPLAIN, ACCEPTED, BUYER, MAY_COME_BACK, NONE),
                    new Edge(INVOICED, COMPLAIN, INVOICED, BUYER, MAY_COME_BACK, NONE),
                    new Edge(PAID, COMPLAIN, PAID, BUYER, MAY_COME_BACK, NONE),
                    new Edge(ACCEPTED, CREDIT, REJECTED, PLATFORM, NOTHING_ACCEPTED, TAKE_BACK),
                    new Edge(ACCEPTED, CREDIT, PAID, PLATFORM, PAID_IN_FULL, TAKE_BACK),
                    new Edge(ACCEPTED, CREDIT, ACCEPTED, PLATFORM, ALWAYS, TAKE_BACK),
                    new Edge(INVOICED, CREDIT, REJECTED, PLATFORM, NOTHING_ACCEPTED, TAKE_BACK),
                    new Edge(INVOICED, CREDIT, PAID, PLATFORM, PAID_IN_FULL, TAKE_BACK),
                    new Edge(INVOICED, CREDIT, INVOICED, PLATFORM, ALWAYS, TAKE_BACK),
                    new Edge(PAID, CREDIT, REJECTED, PLATFORM, NOTHING_ACCEPTED, TAKE_BACK),
                    new Edge(PAID, CREDIT, PAID, PLATFORM, ALWAYS, TAKE_BACK),
                    new Edge(ACCEPTED, DROP, ACCEPTED, PLATFORM, ALWAYS, NONE),
                    new Edge(INVOICED, DROP, INVOICED, PLATFORM, ALWAYS, NONE),
                    new Edge(PAID, DROP, PAID, PLATFORM, ALWAYS, NONE),
                    new Edge(PAID, REFUND, PAID, OPERATOR, ALWAYS, NONE),
                    new Edge(PAID, KEEP, PAID, PLATFORM, ALWAYS, NONE),
                    new Edge(PAID, SETTLE, SETTLED, OPERATOR, EVEN, NONE),
                    new Edge(SETTLED, INVOICE, SETTLED, SUPPLIER, ALWAYS, NONE),
                    new Edge(SETTLED, PAY, SETTLED, BUYER, ALWAYS, NONE),
                    new Edge(SETTLED, REFUND, SETTLED, OPERATOR, ALWAYS, NONE),
                    new Edge(SETTLED, KEEP, SETTLED, PLATFORM, ALWAYS, NONE),
                    new Edge(CANCELLED, PAY, CANCELLED, BUYER, ALWAYS, NONE),
                    new Edge(CANCELLED, REFUND, CANCELLED, OPERATOR, ALWAYS, NONE),
                    new Edge(CANCELLED, KEEP, CANCELLED, PLATFORM, ALWAYS, NONE),
                    new Edge(REJECTED, PAY, REJECTED, BUYER, ALWAYS, NONE),
                    new Edge(REJECTED, REFUND, REJECTED, OPERATOR, ALWAYS, NONE),
                    new Edge(REJECTED, KEEP, REJECTED, PLATFORM, ALWAYS, NONE),
                    new Edge(CONFIRMED, REVERSE, CONFIRMED, OPERATOR, ALWAYS, NONE),
                    new Edge(PARTLY_SHIPPED, REVERSE, PARTLY_SHIPPED, OPERATOR, ALWAYS, NONE),
                    new Edge(SHIPPED, REVERSE, SHIPPED, OPERATOR, ALWAYS, NONE),
                    new Edge(ACCEPTED, REVERSE, ACCEPTED, OPERATOR, ALWAYS, NONE),
                    new Edge(INVOICED, REVERSE, INVOICED, OPERATOR, ALWAYS, NONE),
                    new Edge(PAID, REVERSE, PAID, OPERATOR, PAID_IN_FULL, NONE),
                    new Edge(PAID, REVERSE, ACCEPTED, OPERATOR, ALWAYS, NONE),
                    new Edge(ACCEPTED, REINVOICE, ACCEPTED, SUPPLIER, ALWAYS, NONE),
                    new Edge(INVOICED, REINVOICE, INVOICED, SUPPLIER, ALWAYS, NONE),
                    new Edge(PAID, REINVOICE, PAID, SUPPLIER, ALWAYS, NONE),
                    new Edge(SETTLED, REINVOICE, SETTLED, SUPPLIER, ALWAYS, NONE),
                    new Edge(REJECTED, REINVOICE, REJECTED, SUPPLIER, ALWAYS, NONE),
                    new Edge(SETTLED, BOUNCE, PAID, OPERATOR, ALWAYS, NONE),
                    new Edge(CANCELLED, REVERSE, CANCELLED, OPERATOR, ALWAYS, NONE),
                    new Edge(REJECTED, REVERSE, REJECTED, OPERATOR, ALWAYS, NONE));

    private OrderLife() {}

    /** The step this action takes from here, if there is one and its guard holds. */
    static Optional<Edge> step(OrderFacts facts, OrderAction action) {
        return TABLE.stream()
                .filter(edge -> edge.from() == facts.state() && edge.action() == action)
                .filter(edge -> edge.guard().holds(facts))
                .findFirst();
    }

    /** Whether the action exists in this state at all, whatever its guards say. */
    static boolean exists(OrderState from, OrderAction action) {
        return TABLE.stream().anyMatch(edge -> edge.from() == from && edge.action() == action);
    }
}
