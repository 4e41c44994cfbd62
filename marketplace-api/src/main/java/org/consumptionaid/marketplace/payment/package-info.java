/**
 * Owns payments by card and by bank remittance and the inbox of Stripe's webhook.
 *
 * <p>Promises that money is booked once, and that an unknown outcome is asked about and never
 * guessed.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
