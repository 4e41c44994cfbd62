/**
 * Owns what becomes of a lot in a canteen: the meals it went into, the samples kept of them, and
 * recalls.
 *
 * <p>Promises that no gram of a lot is used twice, that a recalled lot is cooked no more, and that
 * from a lot every meal is found, and from a meal every farm.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.kitchen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
