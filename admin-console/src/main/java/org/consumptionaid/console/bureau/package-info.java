/** An education bureau's canteens and the plans of their weeks. */
@NullMarked
package org.consumptionaid.console.bureau;

import org.jspecify.annotations.NullMarked;
