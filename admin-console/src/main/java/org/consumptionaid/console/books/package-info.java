/**
 * The books as they can be checked: seals, proofs, the auditor's export.
 *
 * <p>Promises that every figure it shows is one the reader can recompute.
 */
@NullMarked
package org.consumptionaid.console.books;

import org.jspecify.annotations.NullMarked;
