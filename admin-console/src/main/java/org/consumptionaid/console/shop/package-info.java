/**
 * The public shop: search, products, certificates, and the cart of whoever may order.
 *
 * <p>Promises that a search is its URL: reload, back and a sent link show the same.
 */
@NullMarked
package org.consumptionaid.console.shop;

import org.jspecify.annotations.NullMarked;
