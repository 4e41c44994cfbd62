/**
 * Owns what a buyer complains about after it accepted goods: that they are taken back, or that
 * money comes off, and the credit note that comes of it.
 *
 * <p>Promises that nobody pays for goods that went back, that every step has somebody whose turn it
 * is and a day, and that a credit note once issued never changes.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.complaint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
