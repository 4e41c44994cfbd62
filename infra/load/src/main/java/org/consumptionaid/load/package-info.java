/**
 * Owns the benchmarks: what is measured, how often, and the table that shows it.
 *
 * <p>Promises medians of several runs beside the limit they are held against, reported as they are.
 */
@NullMarked
package org.consumptionaid.load;

import org.jspecify.annotations.NullMarked;
