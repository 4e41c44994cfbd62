/** Returns and money off after acceptance. */
@NullMarked
package org.consumptionaid.console.complaint;

import org.jspecify.annotations.NullMarked;
