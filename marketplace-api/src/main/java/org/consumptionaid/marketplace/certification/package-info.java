/**
 * Owns the certificates that gate a sale and their public check.
 *
 * <p>Promises one answer to "may this cooperative sell at this moment".
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.certification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
