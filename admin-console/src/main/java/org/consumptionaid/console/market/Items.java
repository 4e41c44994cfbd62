package org.consumptionaid.console.market;

import java.util.List;

/** A whole list. */
public record Items<T>(List<T> items) {}
