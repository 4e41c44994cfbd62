/**
 * Owns lots, their compliance certificates and what is weighed at acceptance.
 *
 * <p>Promises a lot number for every order line that left a cooperative, and a certificate for it
 * where the rules in force want one.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.fulfilment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
