/**
 * Owns certificates, from the application on, and the capacity of a season.
 *
 * <p>Promises one answer to "may this cooperative sell this at this moment", that nobody sells more
 * than is certified, and that what was decided stays on record.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.certification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
