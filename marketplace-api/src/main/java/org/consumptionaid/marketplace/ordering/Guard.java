package org.consumptionaid.marketplace.ordering;

/** What must hold for a step, given the facts as the step would leave them. */
enum Guard {
    ALWAYS,
    /** Goods may leave: they are paid for, or the terms say that payment comes after. */
    MAY_LEAVE,
    /** As {@link #MAY_LEAVE}, and more is to follow. */
    MAY_LEAVE_IN_PART,
    /** A shipment was not weighed yet. */
    UNDER_WAY,
    PAY_FIRST,
    /** Pay-first, and not paid in full. */
    PAY_FIRST_UNPAID,
    /** Nothing was paid, or all of it was refunded. */
    UNPAID,
    /** Accepted, and not longer ago than goods may be returned. */
    MAY_COME_BACK,
    NOTHING_ACCEPTED,
    PAID_IN_FULL,
    /** Nothing is owed in either direction, and no complaint is open. */
    EVEN;

    boolean holds(OrderFacts facts) {
        return switch (this) {
            case ALWAYS -> true;
            case MAY_LEAVE -> facts.terms() == Terms.GOODS_FIRST || facts.dueFen() == 0;
            case MAY_LEAVE_IN_PART -> MAY_LEAVE.holds(facts) && facts.goods().moreToShip();
            case UNDER_WAY -> facts.goods().underWay();
            case PAY_FIRST -> facts.terms() == Terms.PAY_FIRST;
            case PAY_FIRST_UNPAID -> facts.terms() == Terms.PAY_FIRST && facts.dueFen() > 0;
            case UNPAID -> facts.paidFen() == 0;
            case MAY_COME_BACK -> facts.goods().mayComeBack();
            case NOTHING_ACCEPTED -> facts.acceptedFen() != null && facts.acceptedFen() == 0;
            case PAID_IN_FULL -> facts.dueFen() == 0;
            case EVEN ->
                    facts.dueFen() == 0 && facts.refundableFen() == 0 && !facts.complaintOpen();
        };
    }
}
