/**
 * The page each role starts from, and the published benefit accounts.
 *
 * <p>Promises one line on what to do next, and a table beside every chart.
 */
@NullMarked
package org.consumptionaid.console.desk;

import org.jspecify.annotations.NullMarked;
