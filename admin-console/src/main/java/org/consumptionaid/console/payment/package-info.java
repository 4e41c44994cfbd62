/** Paying by bank remittance: the payer's side, and the operator's reconciliation. */
@NullMarked
package org.consumptionaid.console.payment;

import org.jspecify.annotations.NullMarked;
