/**
 * Owns what every module speaks in: money, checked numbers, refusals and their problem details,
 * rules in force, transactions and idempotency.
 *
 * <p>Promises that a refusal becomes one problem with a stable type, whichever module it comes
 * from.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.consumptionaid.marketplace.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
