/**
 * Owns bank remittances as public bodies pay them: codes, payers' declarations, bank statements and
 * their reconciliation.
 *
 * <p>Promises that a line of a statement is imported once, and that money posts by itself only
 * where code, amount and payer leave no doubt; all else waits for a person.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.remittance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
