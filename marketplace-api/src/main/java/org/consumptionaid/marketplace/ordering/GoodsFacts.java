package org.consumptionaid.marketplace.ordering;

/**
 * Where an order's goods are.
 *
 * @param moreToShip packages have neither left nor been closed short
 * @param underWay a shipment was not weighed yet
 */
record GoodsFacts(boolean moreToShip, boolean underWay) {
    static final GoodsFacts DONE = new GoodsFacts(false, false);
}
