/** The web console: server-rendered pages over the marketplace API. */
@NullMarked
package org.consumptionaid.console;

import org.jspecify.annotations.NullMarked;
