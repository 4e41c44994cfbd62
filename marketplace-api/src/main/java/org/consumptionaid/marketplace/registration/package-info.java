/**
 * Owns how an organisation comes to trade here: its registration, the operator's decision, where it
 * is paid and whom to call.
 *
 * <p>Promises that nobody signs in for an organisation that was not approved, and that an account's
 * number is nowhere in the database to read.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
