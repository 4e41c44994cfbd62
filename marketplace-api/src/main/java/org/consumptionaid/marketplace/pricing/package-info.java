/**
 * Owns what a kilogram may cost and did cost: offers beside a product's own price, and the rule
 * that chooses between them. Names products by id; their rows are the catalogue's.
 *
 * <p>Promises that for a buyer, a quantity and a moment there is one price, and that no price that
 * was ever valid is overwritten.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.pricing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
