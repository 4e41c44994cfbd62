/** What a budget unit asks leave to buy, and who says so. */
@NullMarked
package org.consumptionaid.console.requisition;

import org.jspecify.annotations.NullMarked;
