/**
 * Owns the pictures of products.
 *
 * <p>Promises that what is served was made here: a JPEG of a known width, upright, without
 * metadata.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
