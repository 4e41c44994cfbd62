/**
 * Owns what anybody may take away of procurement: OCDS 1.1.5 releases and records of every order of
 * a budget unit from its signature on, and the feed of them.
 *
 * <p>Promises that a release never changes, names no person, and that whoever follows the feed's
 * cursor misses none.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.opendata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
