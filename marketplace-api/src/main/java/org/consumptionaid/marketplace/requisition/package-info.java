/**
 * Owns what a budget unit asks leave to buy: requisitions, the chains that approve them, and the
 * budget lines that pay.
 *
 * <p>Promises that a unit with a chain orders nothing that was not approved, and that no budget
 * line is promised more than it holds.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.requisition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
