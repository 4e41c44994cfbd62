/** A budget unit's year: its reserved share and what counts towards it. */
@NullMarked
package org.consumptionaid.console.procurement;

import org.jspecify.annotations.NullMarked;
