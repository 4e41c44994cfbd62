/**
 * Owns the choice of suppliers for a week of a bureau's canteens: which offer serves which line.
 *
 * <p>Promises a plan that keeps every hard rule, says how far it is at most from the best one, and
 * is the same for the same input. Knows nothing of who asks, of the clock or of the database.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
