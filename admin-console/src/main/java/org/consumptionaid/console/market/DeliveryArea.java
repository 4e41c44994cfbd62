package org.consumptionaid.console.market;

import java.util.List;

/**
 * Where a cooperative delivers.
 *
 * @param provinces by name; none: everywhere
 * @param choices the provinces there are
 */
public record DeliveryArea(List<String> provinces, List<String> choices) {}
