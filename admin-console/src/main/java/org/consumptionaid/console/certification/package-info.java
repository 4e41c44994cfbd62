/**
 * Certificates on their way: a cooperative applies, its county and its province decide.
 *
 * <p>Promises that a page offers exactly what the API lets its reader do.
 */
@NullMarked
package org.consumptionaid.console.certification;

import org.jspecify.annotations.NullMarked;
