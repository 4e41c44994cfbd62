package org.consumptionaid.marketplace.ordering;

/**
 * Where an order's goods are.
 *
 * @param moreToShip packages have neither left nor been closed short
 * @param underWay a shipment was not weighed yet
 * @param mayComeBack all is accepted, and not longer ago than goods may be returned
 * @param comingHome the buyer refused goods that the cooperative has not taken home yet
 */
record GoodsFacts(boolean moreToShip, boolean underWay, boolean mayComeBack, boolean comingHome) {
    static final GoodsFacts DONE = new GoodsFacts(false, false, false, false);
}
