/**
 * Owns dishes, menus (带量食谱) and what they need: a canteen's week from dishes to grams of
 * ingredients.
 *
 * <p>Promises that no dish schools may not serve stands on a menu, and figures anyone can
 * recompute.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.menu;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
