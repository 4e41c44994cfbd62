/**
 * Owns carts, purchases, orders and the order's life, for every channel alike.
 *
 * <p>Promises one order per cooperative, snapshots of what was agreed, and no step outside the
 * table of its life.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.ordering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
