/**
 * Owns products in spreadsheets: the template, the export, and imports with their rows and what is
 * wrong with them.
 *
 * <p>Promises that nothing of a file is listed that the cooperative did not choose, that the choice
 * is carried out whole or not at all, and that a file is read within bounded memory.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
