package org.consumptionaid.marketplace.catalog;

import java.util.List;

/**
 * Where a cooperative delivers.
 *
 * @param provinces by name; none: everywhere
 * @param choices the provinces there are
 */
record DeliveryAreaView(List<String> provinces, List<String> choices) {}
