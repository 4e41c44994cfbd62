/**
 * Owns what an education bureau plans: its canteens, a week's suppliers for them, and the orders
 * that come of an accepted plan.
 *
 * <p>Promises that a plan keeps every rule of {@link
 * org.consumptionaid.marketplace.matching.Matching} on the data it was made from, says why each
 * line is as it is, and becomes orders once.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.bureau;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
