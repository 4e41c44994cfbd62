/**
 * The marketplace's API: one package per capability, each using only those above it in the design's
 * list.
 */
@NullMarked
package org.consumptionaid.marketplace;

import org.jspecify.annotations.NullMarked;
