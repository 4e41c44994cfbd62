package org.consumptionaid.marketplace.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product's prices, the newest first, and what produce like it costs elsewhere. */
public record ProductPriceHistory(List<PricePeriod> items, @Nullable Reference reference) {}
