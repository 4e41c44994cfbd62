/**
 * Owns what cooperatives are paid: pay-out batches, their statements, and the interest that overdue
 * buyers owe them.
 *
 * <p>Promises that no order is paid out twice, that two people release every batch, that its file
 * is the one they saw, and that a statement adds up to the ledger.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
