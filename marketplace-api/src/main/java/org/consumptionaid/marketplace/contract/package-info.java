/**
 * Owns contracts about orders of budget units: what they say, who signed them, and the public check
 * of their hash.
 *
 * <p>Promises that both sides sign the same content, that nothing of it is changed afterwards, and
 * that a changed order leaves no contract in force that says something else.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
