package org.consumptionaid.marketplace.ordering;

import org.jspecify.annotations.Nullable;

/**
 * What decides about an order's next step.
 *
 * @param acceptedFen worth of what was accepted; null before acceptance
 * @param paidFen paid and not refunded
 * @param goods where its goods are; where nothing asks about them: all done
 * @param complaintOpen whether a complaint of the buyer's waits for somebody
 */
record OrderFacts(
        OrderState state,
        Terms terms,
        long totalFen,
        @Nullable Long acceptedFen,
        long paidFen,
        GoodsFacts goods,
        boolean complaintOpen) {
    OrderFacts(
            OrderState state,
            Terms terms,
            long totalFen,
            @Nullable Long acceptedFen,
            long paidFen) {
        this(state, terms, totalFen, acceptedFen, paidFen, GoodsFacts.DONE, false);
    }

    /**
     * What the order costs as far as is known: nothing once it is off, what was accepted, else what
     * was ordered.
     */
    long owedFen() {
        return switch (state) {
            case CANCELLED, REJECTED -> 0;
            case DRAFT,
                    PLACED,
                    CONFIRMED,
                    PARTLY_SHIPPED,
                    SHIPPED,
                    ACCEPTED,
                    INVOICED,
                    PAID,
                    SETTLED ->
                    acceptedFen == null ? totalFen : acceptedFen;
        };
    }

    long dueFen() {
        return Math.max(0, owedFen() - paidFen);
    }

    long refundableFen() {
        return Math.max(0, paidFen - owedFen());
    }

    OrderFacts withPaid(long fen) {
        return new OrderFacts(state, terms, totalFen, acceptedFen, fen, goods, complaintOpen);
    }

    OrderFacts withGoods(GoodsFacts where) {
        return new OrderFacts(state, terms, totalFen, acceptedFen, paidFen, where, complaintOpen);
    }

    OrderFacts withComplaint(boolean open) {
        return new OrderFacts(state, terms, totalFen, acceptedFen, paidFen, goods, open);
    }
}
