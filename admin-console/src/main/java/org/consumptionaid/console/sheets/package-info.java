/**
 * Products in spreadsheets: template, export, upload, what is wrong in which cell, and the choice.
 *
 * <p>Promises that nothing is listed before the cooperative has seen what would be.
 */
@NullMarked
package org.consumptionaid.console.sheets;

import org.jspecify.annotations.NullMarked;
