package org.consumptionaid.marketplace.shared;

import java.util.List;

/** A whole list as an answer. */
public record Items<T>(List<T> items) {}
