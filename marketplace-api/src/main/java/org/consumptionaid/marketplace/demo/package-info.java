/**
 * Owns nothing: fills an empty marketplace with demonstration organisations, accounts and produce.
 *
 * <p>Promises to do so in the profile {@code demo} only, and to mark every row as demonstration
 * data.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
