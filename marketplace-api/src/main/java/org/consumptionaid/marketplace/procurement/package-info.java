/**
 * Owns what a budget unit's fiscal year adds up to.
 *
 * <p>Promises that only orders which were placed here and are paid count towards the reserved
 * share.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.procurement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
