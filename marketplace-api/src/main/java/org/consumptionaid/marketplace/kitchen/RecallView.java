package org.consumptionaid.marketplace.kitchen;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A recall and where its lots went, as far as the caller may see. */
public record RecallView(@JsonUnwrapped RecallSummary summary, LotTrace trace) {}
