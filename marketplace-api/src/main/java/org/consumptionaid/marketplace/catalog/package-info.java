/**
 * Owns categories, products, prices and stock, the outbox of the search index and its document.
 *
 * <p>Promises that stock is never negative and that every change of a product reaches the outbox.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
