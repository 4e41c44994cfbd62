package org.consumptionaid.marketplace.ordering;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order's row says after a step, beside its state.
 *
 * @param goods where the goods are then
 * @param moved the packages whose stock the step moves; null: all of the order
 * @param complaintOpen whether a complaint of the buyer's waits for somebody
 */
record Outcome(
        long paidFen,
        @Nullable Long acceptedFen,
        @Nullable LocalDate dueOn,
        @Nullable String invoiceNumber,
        GoodsFacts goods,
        @Nullable List<PartLeft> moved,
        boolean complaintOpen) {

    static Outcome unchanged(OrderHead order) {
        return new Outcome(
                order.paidFen(),
                order.acceptedFen(),
                order.dueOn(),
                order.invoiceNumber(),
                GoodsFacts.DONE,
                null,
                order.complaintOpen());
    }

    /** Taken on by the cooperative: from now on a pay-first order has a day it is due. */
    static Outcome confirmed(OrderHead order, LocalDate due) {
        Outcome unchanged = unchanged(order);
        return order.terms() == Terms.PAY_FIRST ? unchanged.withDueOn(due) : unchanged;
    }

    Outcome withPaid(long fen) {
        return new Outcome(fen, acceptedFen, dueOn, invoiceNumber, goods, moved, complaintOpen);
    }

    Outcome withAccepted(long fen) {
        return new Outcome(paidFen, fen, dueOn, invoiceNumber, goods, moved, complaintOpen);
    }

    Outcome withDueOn(LocalDate day) {
        return new Outcome(paidFen, acceptedFen, day, invoiceNumber, goods, moved, complaintOpen);
    }

    Outcome withInvoice(@Nullable String number) {
        return new Outcome(paidFen, acceptedFen, dueOn, number, goods, moved, complaintOpen);
    }

    Outcome withGoods(GoodsFacts where) {
        return new Outcome(paidFen, acceptedFen, dueOn, invoiceNumber, where, moved, complaintOpen);
    }

    Outcome moving(@Nullable List<PartLeft> packages) {
        return new Outcome(
                paidFen, acceptedFen, dueOn, invoiceNumber, goods, packages, complaintOpen);
    }

    Outcome withComplaint(boolean open) {
        return new Outcome(paidFen, acceptedFen, dueOn, invoiceNumber, goods, moved, open);
    }

    /** The facts a step's guards look at: the order's, with this outcome. */
    OrderFacts facts(OrderHead order) {
        return new OrderFacts(
                order.state(),
                order.terms(),
                order.totalFen(),
                acceptedFen,
                paidFen,
                goods,
                complaintOpen);
    }
}
