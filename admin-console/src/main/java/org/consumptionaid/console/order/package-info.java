/**
 * Orders of either side: the list, the page of one, and the steps the API offers on it.
 *
 * <p>Promises to offer exactly the actions the API names, and to send each form once.
 */
@NullMarked
package org.consumptionaid.console.order;

import org.jspecify.annotations.NullMarked;
