/**
 * Owns households under pseudonyms, their claims with evidence, and the rules by which what an
 * order earns is split down to them.
 *
 * <p>Promises that every fen of a split goes somewhere, that no claim receives more than its
 * evidence is worth, and that each split can be recomputed from what is kept of it.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.benefit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
