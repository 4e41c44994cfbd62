/**
 * The only way to the marketplace API: its operations, the views it answers with, its refusals.
 *
 * <p>Promises a named limit on every wait, and problem details as typed exceptions.
 */
@NullMarked
package org.consumptionaid.console.market;

import org.jspecify.annotations.NullMarked;
