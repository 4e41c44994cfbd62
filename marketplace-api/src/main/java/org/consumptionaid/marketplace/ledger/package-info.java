/**
 * Owns the append-only double-entry journal in fen; knows nothing of who posts.
 *
 * <p>Promises that every entry sums to zero and that nothing posted is ever changed.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
