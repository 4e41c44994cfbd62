/**
 * Who an order benefits: a cooperative's rules, the households of a county and the claims between
 * them.
 *
 * <p>Promises that no household appears under anything but its pseudonym.
 */
@NullMarked
package org.consumptionaid.console.benefit;

import org.jspecify.annotations.NullMarked;
