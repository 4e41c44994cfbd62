/**
 * What a canteen cooked from which lots, the samples it keeps, and recalls.
 *
 * <p>Promises that a recalled lot is seen before it is cooked.
 */
@NullMarked
package org.consumptionaid.console.kitchen;

import org.jspecify.annotations.NullMarked;
