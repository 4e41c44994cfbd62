/**
 * Owns the divisions of the country and the 832 listed counties as they were listed.
 *
 * <p>Promises 832 entries with the codes as the list has them, whatever became of the counties
 * since.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
