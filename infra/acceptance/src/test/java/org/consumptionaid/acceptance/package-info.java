/**
 * Owns the tests of the whole stack: the launcher, the contract and the browser journeys.
 *
 * <p>Promises to start what {@code infra/run} starts, on ports and in a folder of its own, and to
 * leave no process.
 */
@NullMarked
package org.consumptionaid.acceptance;

import org.jspecify.annotations.NullMarked;
