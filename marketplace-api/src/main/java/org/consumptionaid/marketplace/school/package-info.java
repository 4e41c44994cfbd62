/**
 * Owns head-counts and the need for ingredients that follows from them (WS/T 554-2017).
 *
 * <p>Promises figures anyone can recompute: pupils times days times the standard's amounts.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.school;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
