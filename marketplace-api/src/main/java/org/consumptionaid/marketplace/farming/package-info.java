/**
 * Owns the production records of products: what was done on which plot.
 *
 * <p>Promises that nothing recorded is changed or lost, and that no harvest is on record before the
 * withholding interval of a treatment has passed.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.farming;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
