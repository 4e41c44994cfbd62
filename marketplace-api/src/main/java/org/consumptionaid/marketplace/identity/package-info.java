/**
 * Owns organisations, people, roles, sign-in and tokens, and the table of who may call what.
 *
 * <p>Promises that a request which is in no row of that table is denied.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
