/**
 * Owns nothing: puts the papers of an order, or of a unit's year, into one zip for an audit.
 *
 * <p>Promises that every file in it is listed with its SHA-256, that nobody gets a paper here that
 * is not shown to them elsewhere, and that a zip is made while it is read and leaves nothing
 * behind.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
