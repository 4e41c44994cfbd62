/**
 * A school canteen's week: head-counts, the need they make, who can supply it.
 *
 * <p>Promises to mark figures the standard leaves in doubt.
 */
@NullMarked
package org.consumptionaid.console.canteen;

import org.jspecify.annotations.NullMarked;
